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

#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/policy/law.hpp"
#include "sim/year/learning_terms.hpp"
#include "sim/year/transient.hpp"

namespace homeroom {

struct LearningOutcome {
  PerSubject<std::vector<float>> baseline, durable, fleeting, transient;  ///< by student row
  Column<SchoolRow, PerSubject<std::array<double, kTerms>>> growth;       ///< mean by school
  Column<SchoolRow, double> mean_baseline;
  PerSubject<std::vector<float>> peers;  ///< growth from peers by school and grade [SD/year]
  PerSubject<double> raw_growth{};       ///< the city's mean growth without the anchor [SD/year]
};

/// A year of growth for every child; `outcome`'s columns are reused from year to year.
void decide_learning(const World& world, const Law& law, const LearningParameters& nature,
                     const Transient& transient, const Dice& dice, LearningOutcome& outcome);
void enact(World& world, LearningOutcome& outcome);

}  // namespace homeroom
