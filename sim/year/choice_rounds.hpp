// The rounds of one year's assignment, for a year and for the founding of a city alike.
#pragma once

#include "sim/year/choice.hpp"

namespace homeroom::choice {

/// `founding`: nobody holds a seat, every grade is an entry grade, and separate lotteries are drawn
/// once more among all children, so that their schools begin full.
ChoiceOutcome assign(const World& world, const Law& law, const ChoiceParameters& nature,
                     const Dice& dice, bool founding);

}  // namespace homeroom::choice
