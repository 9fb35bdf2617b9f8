// Attendance zones: the district school that is a neighbourhood's own, by stage of schooling.
#pragma once

#include <array>
#include <vector>

#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

using Zones = std::array<std::vector<SchoolId>, kStages>;

/// Draws every zone anew: pairs of neighbourhood and school are taken nearest first, and a school
/// is passed over once the children of its neighbourhoods fill its share of the stage's seats.
Zones draw_zones(const World& world, const Law& law);

/// True if a zone's school can no longer be one, or a school that could be one opened or came
/// under the district's assignment this year.
bool zones_are_stale(const World& world, const Law& law);

}  // namespace homeroom
