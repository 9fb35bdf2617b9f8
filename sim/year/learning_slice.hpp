// The loop over the children of a slice, in the precision of its columns.
#pragma once

#include "sim/year/child_growth.hpp"
#include "sim/year/learning_record.hpp"

namespace homeroom::learning {

/// A slice's children, where they stand: growth into stocks, the transient state's next value, the
/// baseline's drift. `own`: sized where asked for.
void learn(World& world, const LearningParameters& nature, const LearningDecision& year,
           const Dice& dice, std::size_t first, std::size_t past, SliceSums& sums,
           ChildGrowth& own);

}  // namespace homeroom::learning
