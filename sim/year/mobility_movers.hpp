// Which children want to leave their school in the middle of the year, and where they would go.
#pragma once

#include "sim/year/mobility.hpp"

namespace homeroom {

/// By row of the student table.
struct Movers {
  std::vector<std::uint32_t> row;
  /// Who knocks at doors after whom: by the draw that made them move, then by row.
  std::vector<std::uint32_t> order;
  std::size_t width = 0;
  /// Rows of `width` schools, best first, ending early with kNoSchool.
  std::vector<std::uint16_t> target;

  std::size_t size() const { return row.size(); }
};

Movers find_movers(const World& world, const Law& law, const MobilityParameters& nature,
                   const Dice& dice);

/// Writes where each mover would go, best first.
void rank_targets(const World& world, const Law& law, const MobilityParameters& nature,
                  const Dice& dice, Movers& movers);

}  // namespace homeroom
