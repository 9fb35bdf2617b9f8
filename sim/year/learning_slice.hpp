// The loop over the children of a slice, in the precision of its columns.
#pragma once

#include "sim/core/arithmetic.hpp"
#include "sim/year/child_growth.hpp"
#include "sim/year/learning_equal.hpp"
#include "sim/year/learning_record.hpp"

namespace homeroom::learning {

/// The parameters of the loop in the precision of its columns.
struct Rates {
  PerGrade<float> sigma;
  float rho, drift, engaged, own_move, keep_durable, keep_fleeting, of_teacher, of_school, shared,
      own;
  Rates(const LearningParameters& nature, const Transient& transient)
      : rho(static_cast<float>(nature.transient_persistence)),
        drift(static_cast<float>(nature.drift)),
        engaged(static_cast<float>(nature.effort_engagement / 32.0)),
        own_move(static_cast<float>(nature.own_move)),
        keep_durable(static_cast<float>(nature.persistence)),
        keep_fleeting(static_cast<float>(nature.fading)),
        of_teacher(static_cast<float>(nature.delta_teacher)),
        of_school(static_cast<float>(nature.delta_school)),
        shared(static_cast<float>(transient.correlation)),
        own(static_cast<float>(sqrt_of(1.0 - transient.correlation * transient.correlation))) {
    const double kept = nature.transient_persistence;
    for (int grade = 0; grade < kGrades; ++grade) {
      sigma[static_cast<std::size_t>(grade)] =
          static_cast<float>(transient.sd * transient.noise_in(grade) * sqrt_of(1.0 - kept * kept));
    }
  }
};

/// A slice's children: growth into stocks, the transient state's next value, the baseline's drift.
/// Where `equal` is given, every child of a grade grows as it says. `own`: sized where asked for.
void learn(const World& world, const LearningParameters& nature, const Lookup& lookup,
           const EqualGrowth* equal, const Rates& rates, const Dice& dice, std::size_t first,
           std::size_t past, IndividualSums& sums, LearningOutcome& outcome, ChildGrowth& own);

}  // namespace homeroom::learning
