// Between the years: children move up a grade, seniors graduate, kindergartners come, families
// leave and others take their place.
//
// Note. "Every September a new class walks in, and some families are gone."
// A household keeps its neighbourhood, group and income; the child in it changes. What a child is
// born with hangs on (row, year of arrival) alone, so every policy has the same children.
//   B_m = b0 + b_ind z + b_inc lowincome + b_g[group] + b_EL EL + b_SpEd SpEd + b_pov poverty
//         + b_field field          (family baseline, Hill et al. 2008 for the gaps)
// with z shared by the subjects up to `subject_correlation`.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/world/world.hpp"
#include "sim/year/transient.hpp"

namespace homeroom {

struct CohortParameters {
  double base = 0, individual = 0, low_income = 0, black = 0, hispanic = 0, asian = 0, other = 0;
  double english_learner = 0, special = 0, severe = 0, poverty = 0, field = 0;
  double english_learner_ela = 0;     ///< further gap of English learners in ELA
  double subject_correlation = 0;     ///< of the individual part between subjects
  double transient = 0;               ///< SD of v [state SD]
  double early_noise = 0;             ///< SD of v in kindergarten against grade 8
  double transient_correlation = 0;   ///< of v in the two subjects
  double engagement_correlation = 0;  ///< of engagement with the individual part of B
  double learner_share = 0;           ///< children whom distinct designs suit
  double information_mean = 0, information_low_income = 0, information_spread = 0;
  double housing_spread = 0;      ///< SD of how settled housing is
  double housing_low_income = 0;  ///< housing of low-income families is less settled
  double leave_unsettled = 0;     ///< how much unsettled housing raises leaving (mean kept)
  void describe(FieldVisitor& visit);
  Transient shocks() const { return {transient, early_noise, transient_correlation}; }
};

struct CohortOutcome {
  std::vector<std::uint8_t> grade;       ///< next year's grade by row
  std::vector<std::uint32_t> newcomers;  ///< rows whose child is new, ascending
  int graduated = 0, left = 0;
};

/// Who moves up, who leaves and who comes, for the year that begins (`world.year` is that year).
CohortOutcome decide_cohort(const World& world, const CohortParameters& nature, const Dice& dice);
/// Writes grades and puts new children into their rows.
void enact(World& world, CohortOutcome&& outcome, const CohortParameters& nature, const Dice& dice);

/// Puts new children into `rows`, arrived in `year`; grade, home, group and income are theirs
/// already.
void settle_children(World& world, const CohortParameters& nature, const Dice& dice, int year,
                     const std::vector<std::uint32_t>& rows);

}  // namespace homeroom
