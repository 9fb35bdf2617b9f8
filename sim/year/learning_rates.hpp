// The parameters of the loop over children in the precision of its columns.
#pragma once

#include "sim/core/arithmetic.hpp"
#include "sim/year/learning_lookup.hpp"
#include "sim/year/transient.hpp"

namespace homeroom::learning {

struct Rates {
  PerGrade<float> sigma;
  PerSubject<float> weight;  ///< of what differs between a section's children
  float rho, drift, engaged, own_move, keep_durable, keep_fleeting, of_teacher, of_school, shared,
      own;
  /// `equal`: children of a grade grow equally, see EqualGrowth.
  Rates(const LearningParameters& nature, const Transient& transient, bool equal)
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
    for (int m = 0; m < kSubjects; ++m) {
      weight[m] = equal ? 0.0f : static_cast<float>(subject_weight(nature, m));
    }
  }
  bool equal() const { return weight[kMath] == 0.0f; }
};

}  // namespace homeroom::learning
