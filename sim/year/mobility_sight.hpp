// What movers see of the schools near them, sixteen side by side, and what it is worth to them.
#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include "sim/chance/draw.hpp"
#include "sim/core/buffer.hpp"
#include "sim/mechanism/discrete_choice.hpp"
#include "sim/year/mobility_near_doors.hpp"

namespace homeroom {

/// What sixteen movers see of the schools near them, by slot, nearest first, and lane.
struct Sight {
  static constexpr std::size_t kLanes = mechanism::kSideBySide;
  /// Worth of a school that takes nobody in.
  static constexpr float kNothing = -std::numeric_limits<float>::infinity();

  Buffer<Door> door;
  Buffer<std::uint32_t> name, school, words, best;
  Buffer<float> away, utility;
  std::array<std::uint32_t, kLanes> row{}, generation{}, own{};
  std::array<float, kLanes> floor{};
  explicit Sight(std::size_t width)
      : door(width * kLanes),
        name(width * kLanes),
        school(width * kLanes),
        words(4 * width * kLanes),
        best((width - 1) * kLanes),
        away(width * kLanes),
        utility(width * kLanes) {
    floor.fill(kNothing);
  }

  /// Takes the doors of the first slots apart into columns.
  void part_doors(std::size_t slots);
  /// Makes utilities of the words of the first slots, among `width`. The own school and schools
  /// without an offer are worth nothing, and the last slot of all is looked at instead of the own
  /// school only. `backfill`: share of movers to whom a school with a lottery of its own offers a
  /// seat.
  void value_schools(std::size_t slots, std::size_t width, float backfill);
};

}  // namespace homeroom
