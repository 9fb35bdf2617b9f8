// Children of a school and grade are spread over its sections: who teaches whom this year.
//
// Note. "We balance the classes": each child gets the next section in turn, and the turn begins at
// a random section for every school, grade and year. Classes differ by at most one child; nobody is
// sorted by score.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/world/enrolment.hpp"

namespace homeroom {

struct ClassesOutcome {
  std::vector<std::uint8_t> section;  ///< by student row
};

/// Spreads the children of every school and grade over its sections.
ClassesOutcome decide_classes(const World& world, const Dice& dice);
void enact(World& world, ClassesOutcome&& outcome);

}  // namespace homeroom
