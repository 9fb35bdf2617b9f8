// Which children of a slice choose, and what their families file.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/year/choice_wishes.hpp"

namespace homeroom::choice {

/// The children of a slice who choose, by row.
struct Choosers {
  std::vector<std::uint32_t> row;
  std::vector<std::uint8_t> wish;      ///< bits, see `wish`
  std::vector<std::uint32_t> lottery;  ///< word of the district's lottery
  std::vector<std::uint32_t> cell;     ///< of grade and neighbourhood, see `Families`
};

/// Those of the rows [first, past).
Choosers choosers_in(const World& world, const Dice& dice, const Wishes& wishes, std::size_t first,
                     std::size_t past);

}  // namespace homeroom::choice
