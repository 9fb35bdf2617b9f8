// A world between two years. Where thousands are kept at once, what only the year that is over has
// read need not be, and columns that can be told from less are kept as that.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/world/world.hpp"

namespace homeroom {

/// What columns of children are told from while a world is at rest.
struct ChildrenAtRest {
  std::vector<std::uint32_t> first_at_home;  ///< children lie by neighbourhood: first row of each
  std::vector<std::uint8_t> years;           ///< since arrival
};

/// Lets go of last year's results, of this year's moves and events, of rights and children's
/// columns that each year writes before it reads them, and of those that what it returns tells. To
/// be called when the year has been observed: of a world at rest nothing can be asked.
ChildrenAtRest lay_down(World& world);

/// Makes the world whole again: what the coming year writes first is 0.
void take_up(World& world, ChildrenAtRest&& children);

}  // namespace homeroom
