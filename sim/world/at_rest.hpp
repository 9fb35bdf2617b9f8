// A world between two years: where thousands are kept at once, what only the year that is over
// has read need not be.
#pragma once

#include "sim/world/world.hpp"

namespace homeroom {

/// Lets go of last year's results, of this year's moves and events, and of the children's columns
/// that each year writes before it reads them. To be called when the year has been observed.
void lay_down(World& world);

/// Makes room again for the columns that the coming year writes; a world that was not laid down
/// stays as it is.
void take_up(World& world);

}  // namespace homeroom
