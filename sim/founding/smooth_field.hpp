// Fields over a map, such as poverty: what lies near resembles each other.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// Weighted mean 0 and variance 1; values that are all equal become 0.
void standardise(std::vector<double>& values, const std::vector<double>& weight);

/// What tells the draws of one field from those of another.
struct FieldDraws {
  Die die;
  std::uint32_t alternative;
};

/// Fields of independent normals smoothed over the map within `range_km`, plus a rough part,
/// standardised: one for each of `draws`, by neighbourhood. Every neighbourhood looks at every
/// other, but once for all fields.
std::vector<std::vector<double>> smooth_fields(const Neighbourhoods& places, double range_km,
                                               const std::vector<FieldDraws>& draws, double rough,
                                               const Dice& dice);

/// Draws poverty, the unmeasured field and the groups' fields of the neighbourhoods.
void draw_fields(Neighbourhoods& places, double range_km, double rough, const Dice& dice);

}  // namespace homeroom
