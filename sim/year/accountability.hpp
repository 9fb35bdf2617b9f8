// Accountability: what the year looked like from outside, and what follows from it.
//
// Note. "Everybody agreed the school should close. Nobody voted for it."
//   index = sum of weight * part over status, growth, enrolment, satisfaction (0-100); mean of 3
//   years rating = percentile of the index among the city's rated schools acts below the bar with
//   will (1 - resistance) resistance = employs staff * union strength * (1 - turnout) credibility =
//   that same product, for the consequence that the school really faces
// Source: closures at renewal and outside it, NACSA (2009-2015); reasons, CER (2011); resistance
// assumed after Osborne and Langhorne (2018), section on accountability.
#pragma once

#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

struct AccountabilityParameters {
  int rating_kept_years = 0;        ///< years for which an old rating stands
  double trim_step = 0;             ///< rights withdrawn at a failed review
  double trim_severity = 0;         ///< how much of a loss that is, against losing the school
  double appointed_resistance = 1;  ///< resistance felt by an appointed board
  double enrolment_resistance = 0;  ///< part of the resistance that an empty school can raise
  int under_enrolled_years = 0;
  double insolvency = 0, insolvency_closes = 0, mismanagement = 0;
  double separate_closure_cost = 0, restart_cost = 0;
  double rivals_quiet = 0;
  double replicate_top = 0;
  int replicate_years = 0;
  double picture_fade = 0;
  int memory_years = 1;  ///< for which the board remembers closures
  void describe(FieldVisitor& visit);
};

/// Why a school closed: the value of its closure event.
enum class ClosureReason { Academic = 1, Finance = 2, Enrolment = 3, Mismanagement = 4 };

/// What a school's row says after the year.
struct SchoolAccount {
  SchoolId school;
  std::array<double, 3> history{};
  int rated_years = 0, last_rated = 0;
  double rating_index = 0, rating = 0;
  bool on_record = false;      ///< the record says that the school goes on
  bool irreplaceable = false;  ///< no other school is left for one of its grades
  bool below_bar = false;
  SchoolStatus status = SchoolStatus::Open;
  bool new_status = false;
  int probation_years = 0, next_review = 0, under_enrolled = 0, listed = 0;
  double support = 0, credibility = 0, trimmed = 0;
  bool replace_leader = false, may_replicate = false;
  double picture = 0, published_growth = 0;
  double reviewed_rating = 0;  ///< at the last review, or at the start; 0: none
  double idle_share = 0;       ///< of the revenue of the school, or its zone, paid to idle staff
};

struct AccountabilityOutcome {
  std::vector<SchoolAccount> school;  ///< schools open this year, by row
  double political_cost = 0;          ///< district-run schools closed, share
  int memory_years = 1;               ///< for which the board remembers it
  std::vector<Event> events;
};

/// Reads this year's tests and books (`world.results`, `world.schools`).
AccountabilityOutcome decide_accountability(const World& world, const Law& law,
                                            const AccountabilityParameters& nature,
                                            const Dice& dice);
void enact(World& world, AccountabilityOutcome&& outcome);

/// Political resistance against acting on a school of this model, in [0,1].
double resistance(const Law& law, const SchoolModel& model, const AccountabilityParameters& nature,
                  int year);

}  // namespace homeroom
