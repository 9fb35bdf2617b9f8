// The loop over the children of a slice, in the precision of its columns.
#pragma once

#include "sim/core/arithmetic.hpp"
#include "sim/year/learning_record.hpp"

namespace homeroom::learning {

/// The parameters of the loop in the precision of its columns.
struct Rates {
  float rho, sigma, early, drift, engaged, own_move, keep_durable, keep_fleeting, of_teacher,
      of_school, shared, own;
  Rates(const LearningParameters& nature, const Transient& transient)
      : rho(static_cast<float>(nature.transient_persistence)),
        sigma(static_cast<float>(transient.sd * sqrt_of(1.0 - nature.transient_persistence *
                                                                  nature.transient_persistence))),
        early(static_cast<float>(transient.early_noise)),
        drift(static_cast<float>(nature.drift)),
        engaged(static_cast<float>(nature.effort_engagement / 32.0)),
        own_move(static_cast<float>(nature.own_move)),
        keep_durable(static_cast<float>(nature.persistence)),
        keep_fleeting(static_cast<float>(nature.fading)),
        of_teacher(static_cast<float>(nature.delta_teacher)),
        of_school(static_cast<float>(nature.delta_school)),
        shared(static_cast<float>(transient.correlation)),
        own(static_cast<float>(sqrt_of(1.0 - transient.correlation * transient.correlation))) {}
};

/// A slice's children: growth into stocks, the transient state's next value, the baseline's drift.
void learn(const World& world, const LearningParameters& nature, const Lookup& lookup,
           const Rates& rates, const Dice& dice, std::size_t first, std::size_t past,
           IndividualSums& sums, LearningOutcome& outcome);

}  // namespace homeroom::learning
