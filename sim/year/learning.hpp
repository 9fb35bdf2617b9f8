// A year of learning: what each child gains, and from what.
//
// Note. "Children learn from their teacher first; the school adds or takes away a little, every
// year, and most of it fades."
//   A = B + K_d + K_f + v                                   achievement [state SD]
//   G = teacher + leadership + program + time + resources + class size + climate + effort + fit
//       + peers - disruption + anchor                       growth [state SD/year]
//   K_d' = persistence K_d + sum_c delta_c G_c
//   K_f' = fading K_f + sum_c (1 - delta_c) G_c
//   v'   = rho v + sqrt(1 - rho^2) sigma e + cohort shock + class shock, each shock correlated
//          between the subjects: a bad year is bad in both
// Each term is a function of its own in learning_terms; every term is recorded, so that the gap
// between two schools splits into its parts.
// Sources: persistence and fade-out, Jacob, Lefgren and Sims (2010), Journal of Human Resources
// 45(4); teacher effects, Hanushek and Rivkin (2010), American Economic Review 100(2).
#pragma once

#include <optional>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/policy/law.hpp"
#include "sim/year/learning_equal.hpp"
#include "sim/year/learning_lookup.hpp"
#include "sim/year/learning_rates.hpp"
#include "sim/year/transient.hpp"

namespace homeroom {

/// What a year teaches in every section and school: all that looks at more than one child.
struct LearningDecision {
  learning::Roll roll;
  learning::Lookup lookup;
  learning::Rates rates;
  std::optional<learning::EqualGrowth> equal;  ///< where no school is to differ
};

/// What became of it.
struct LearningOutcome {
  Column<SchoolRow, PerSubject<std::array<double, kTerms>>> growth;  ///< mean by school
  Column<SchoolRow, double> mean_baseline;
  PerSubject<std::vector<float>> peers;  ///< growth from peers by school and grade [SD/year]
  PerSubject<double> raw_growth{};       ///< the city's mean growth without the anchor [SD/year]
};

LearningDecision decide_learning(const World& world, const Law& law,
                                 const LearningParameters& nature, const Transient& transient,
                                 const Dice& dice);
/// Lets every child grow where it stands, by its own state, its section and its dice alone.
void enact(World& world, const LearningDecision& decision, const LearningParameters& nature,
           const Dice& dice, LearningOutcome& outcome);

}  // namespace homeroom
