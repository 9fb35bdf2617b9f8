// Mobility: children who change schools in the middle of the year, and newcomers who arrive late.
//
// Note. "By spring a tenth of the desks have someone else in them."
//   P(move) = logistic(m0 + m_inc low_income + m_off [not chosen] - m_first [first choice]
//             + m_h (1/2 - housing) - m_c climate + attrition weight of the school's model)
// Of the others with special needs a share is urged to leave by the school's model
// (counselling_out; none unless a scenario says so).
// A mover takes the seat it likes best among the nearest schools that have one in its grade:
//   -b_d km + Gumbel; schools with a lottery of their own seldom offer theirs.
// Whoever finds no seat stays. Source of the rate: mobility of poor urban schools, mean 34.7 %,
// in plus out over enrolment, exits from the city included (Sustaining Effects Study; Bryk,
// Raudenbush and Congdon 1996).
#pragma once

#include <cstdint>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"
#include "sim/year/engagement.hpp"
#include "sim/year/enrolment.hpp"

namespace homeroom {

struct MobilityParameters {
  double move = 0;  ///< m0 [logit/year]
  double low_income = 0, not_chosen = 0, first_choice = 0, housing = 0, climate = 0;
  int nearest_schools = 0;  ///< schools with the grade that a mover looks at
  double distance = 0;      ///< b_d [1/km]
  double backfill = 0;      ///< chance that a school with its own lottery offers a vacant seat
  double late_arrival = 0;  ///< share of the year's newcomers who arrive after it began
  EngagementParameters engagement;
  void describe(FieldVisitor& visit);
};

struct MobilityOutcome {
  std::vector<SchoolChange> changes;  ///< by row
  std::vector<std::uint32_t> late;    ///< rows whose child arrived after the year began
  // By school.
  std::vector<int> moved_in, moved_out;
};

MobilityOutcome decide_mobility(const World& world, const Law& law,
                                const MobilityParameters& nature, const Dice& dice);
/// Writes columns and counters, enrolment included.
void enact(World& world, MobilityOutcome&& outcome);

}  // namespace homeroom
