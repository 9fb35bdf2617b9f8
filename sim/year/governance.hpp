// Governance: who sits on the board, who leads the district, what the central office believes, and
// what each school's rights are worth this year.
//
// Note. "I had it in writing. Then the superintendent left."
//   h = 1 - (1 - protect)(1 - buy_in)^k reach           what the office lets stand, by autonomy
//   held = min(a, a0) + max(0, a - a0) h                a: paper, a0: the city's ordinary practice
//   used = min(a, a0) + max(0, a - a0) h take_up        take_up = (1 - habit)(1 - e^(-(y+.5)/2))
//   friction = sum_d w_d max(0, a - a0)(1 - h)          promised and fought over
//   b' = b + r (commitment - b) + ...                   buy-in follows whoever leads
// Source: Osborne and Langhorne (2018) for the mechanisms; sizes are assumed and meant to be swept.
#pragma once

#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

inline constexpr int kGuarantees = 8;

struct GovernanceParameters {
  // Board.
  double seat_persistence = 0, seat_trend = 0, seat_opposition = 0, seat_turnout = 0;
  double seat_closures = 0, seat_noise = 0, appointer_change = 0, appointer_spread = 0;
  int trend_years = 2;
  // Superintendent.
  double exit_first = 0, exit_later = 0, pull = 0, traditional = 0, commitment_spread = 0;
  double threat_push = 0, rivals_push = 0;
  // Central office.
  double buy_in_rate = 0, buy_in_campaign_rate = 0, buy_in_campaign = 0, buy_in_enterprise = 0;
  double buy_in_resentment = 0, buy_in_return = 0, office_protect = 0, office_dissolved = 0;
  double compliance_load = 0;
  // Agreements.
  double agreement_inertia = 0, second_party_ends = 0;
  // Rights.
  PerAutonomy<double> reach{};
  std::array<double, kGuarantees> protect{};  ///< by Guarantee
  double buy_in_power = 0, partner_spread = 0, register_narrows = 0, partner_turnover = 0;
  double compliance_habit = 0, take_up_years = 0, take_up_carried = 0;
  double trim_pace = 0, trim_return = 0, gate_lapse = 0, supervisor_hours = 0;
  double optout_void = 0, optout_rules = 0, results_relief = 0;
  std::array<double, kGuarantees> excused{};  ///< by Guarantee: rule checking that passes by
  double separate_orientation = 0;            ///< of the bodies that separate schools answer to
  double erosion = 0;                         ///< what counts as erosion, for the record
  void describe(FieldVisitor& visit);
};

/// A school's rights in one year.
struct Rights {
  PerRight<double> paper{};        ///< after trims and gates
  PerAutonomy<double> honoured{};  ///< h
  PerRight<double> held{};
  PerAutonomy<double> used{};
  double friction = 0;
  double supervision = 0, checking = 0;  ///< principal's time [share]
};

/// What stands behind a school's rights in one year.
struct Standing {
  double buy_in = 0;
  double support_office = 0;
  double compliance_load = 0;     ///< of the office's rules [share]
  double partner = 0;             ///< the school's contact in the office [SD]
  double trimmed = 0;             ///< share of rights withdrawn for decline
  bool agreement_lapsed = false;  ///< what the guarantee protected is protected no more
};

/// Every model's paper in one year, by ModelId: read once, used for all schools.
using Papers = std::vector<PerRight<double>>;
Papers papers_in(const Law& law, int year);

/// The rights of `school` in `world.year`, given what stands behind them.
Rights rights_of(const World& world, const Law& law, const GovernanceParameters& nature,
                 const Papers& papers, SchoolId school, const Standing& standing);
/// The same with what the world itself says. Pure: founding calls it for the first year.
Rights rights_of(const World& world, const Law& law, const GovernanceParameters& nature,
                 SchoolId school);
/// Writes a school's rights into its row.
void write_rights(Schools& schools, SchoolId school, const Rights& rights);
/// The contact whom a school meets in the office from `year` on [SD].
double partner_from(const Dice& dice, int year, SchoolId school);

/// Rank-weighted autonomy in use: what was honoured and taken up, in [0,1].
double effective_autonomy(const Schools& schools, SchoolId school);
/// Rank-weighted autonomy on paper, in [0,1].
double paper_autonomy(const Schools& schools, SchoolId school);

struct SchoolGovernance {
  SchoolId school;
  Rights rights;
  double partner = 0, trimmed = 0;
  int agreement_until = 0;
  bool agreement_lapsed = false;
};

struct GovernanceOutcome {
  SchoolBoard board;
  Superintendent superintendent;
  CentralOffice office;
  double union_strength = 0;
  std::vector<SchoolGovernance> school;  ///< open schools, by row
  std::vector<Event> events;
};

/// Reads last year's results (`world.last`) and ratings.
GovernanceOutcome decide_governance(const World& world, const Law& law,
                                    const GovernanceParameters& nature, const Dice& dice);
void enact(World& world, GovernanceOutcome&& outcome);

/// Rights of schools that opened or took up a model this year, after authorization.
struct NewRights {
  std::vector<SchoolGovernance> school;
};
NewRights decide_new_rights(const World& world, const Law& law, const GovernanceParameters& nature,
                            const Dice& dice);
void enact(World& world, NewRights&& outcome);

}  // namespace homeroom
