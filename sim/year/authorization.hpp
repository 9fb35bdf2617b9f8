// Authorization: who may open a school, who converts, who begins again.
//
// Note. "We read forty proposals and said yes to a third; we could not see which third was right."
//   applicant: L ~ N(mu, 1), skill = mu + .5 (L - mu) + .87 N
//              D = rho Phi*(skill) + sqrt(1 - rho^2) N
//   mu = supply + pipeline + incubator - loss max(0, openings a year / queue - 1)
//   a body sees sqrt(r) Q + sqrt(1 - r) N, Q the standardised sum of L, skill and D; approved if
//   every body sees more than the quantile of the approval rate
//   a teacher votes yes with logistic(.8 climate + .3 morale + .6 stance - .8 tenure lost
//                                     - .5 unpaid hours + .5 threat + rivals + .4 N)
// Source: approval of about a third, NACSA; thresholds, Osborne and Langhorne (2018); sizes
// assumed.
#pragma once

#include <optional>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

struct AuthorizationParameters {
  // Founders.
  double founder_mean = 0, founder_loss = 0, skill_with_leadership = 0, design_with_skill = 0;
  int applicants_per_opening = 1;
  double evaluators_add = 0;
  // Planning and start.
  double rush_weeks = 0, year_weeks = 1, waits_weeks = 0;
  double planning_year = 0, planning_rush = 0, planning_fade = 0, distinct_spread = 0;
  double start_up_fade = 0, start_up_conversion = 0;
  // Leaders who come with a restart or a reset.
  double new_leader_mean = 0;
  // Votes.
  double vote_climate = 0, vote_morale = 0, vote_stance = 0, vote_tenure = 0, vote_hours = 0;
  double vote_threat = 0, vote_rivals = 0;
  double vote_noise = 0;
  double vote_agreement = 0;  ///< how readily a work agreement is signed again
  // What a district does under pressure, and what draws separate schools into its network.
  double answer_threat = 0, answer_rivals = 0, join_rate = 0, join_scale = 1;
  // Replication and zones.
  double replica_design = 0, voice_frustration = 0;
  int zone_founders = 1;
  void describe(FieldVisitor& visit);
};

/// What a school begins with: its leader and its design.
struct Founding {
  std::uint64_t person = 0;   ///< the leader's name in the dice
  double leadership = 0;      ///< L [SD]
  double skill = 0;           ///< autonomy skill [SD]
  double design_quality = 0;  ///< D, what planning added included [SD]
  double distinctness = 0;    ///< [0,1]
  double planned = 0;         ///< what planning added [SD of design]
  int applicants = 0;         ///< how many were seen
};

/// The founder whom the approval process lets through for the school of row `school` in `year`;
/// nothing if all applicants are refused. `crowding` is openings a year against the queue. Pure:
/// founding calls it for schools that opened in the past.
std::optional<Founding> found_school(const Law& law, const SchoolModel& model,
                                     const CityFacts& city, const AuthorizationParameters& nature,
                                     const Dice& dice, SchoolId school, int year, double crowding);

/// Gives a school at founding the state that its year of opening or conversion implies: one that
/// lies ahead makes a start-up a slot, and a converting school an ordinary one, until then.
void set_opening(World& world, const Law& law, SchoolId school, int year);

/// The zone that all schools of a model form; nobody where they form none.
ZoneId zone_of_model(const Law& law, ModelId model);

/// A school that takes up a model, opens, or begins again this year.
struct Change {
  enum class Kind { Plan, Open, Convert, Select, Restart, JoinZone, TakeOver, EndRestart };
  Kind kind = Kind::Open;
  SchoolId school;
  ModelId model;
  ModelId second_model;
  std::optional<Founding> founding;  ///< nothing: leader and design stay
  bool new_leader = false;
  bool new_design = false;
  double start_up = 0;
  ZoneId zone = {};  ///< in which the school is from now on
};

struct AuthorizationOutcome {
  std::vector<Change> changes;
  std::vector<double> start_up;             ///< by row: what is left of earlier starts
  std::vector<double> planned;              ///< by row: what is left of the planning year
  std::vector<std::uint8_t> unsigned_work;  ///< by row: this year's work agreement was refused
  int queue_used = 0;                       ///< founders used in the last three years
  std::vector<Event> events;
};

AuthorizationOutcome decide_authorization(const World& world, const Law& law,
                                          const AuthorizationParameters& nature, const Dice& dice);
void enact(World& world, AuthorizationOutcome&& outcome);

}  // namespace homeroom
