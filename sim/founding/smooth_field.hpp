// Fields over a map, such as poverty: what lies near resembles each other.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// Weighted mean 0 and variance 1; values that are all equal become 0.
void standardise(std::vector<double>& values, const std::vector<double>& weight);

/// Independent normals smoothed over the map within `range_km`, plus a rough part, standardised.
std::vector<double> smooth_field(const Neighbourhoods& places, double range_km, Die die,
                                 std::uint32_t alternative, double rough, const Dice& dice);

}  // namespace homeroom
