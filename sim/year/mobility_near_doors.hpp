// The schools near a home at which a child that moves may knock.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/world/world.hpp"

namespace homeroom {

/// A school near a home: what the way to it costs, its row, and a bit of its own.
struct Door {
  static constexpr std::uint32_t kOwnLottery = 1u << 16;  ///< seldom offers a mover a seat
  static constexpr std::uint32_t kRow = kOwnLottery - 1;

  float away = 0.0f;
  std::uint32_t school = kNoSchool;
};

/// The nearest schools that take a grade in mid-year, by home: a row of `width` doors, nearest
/// first, of which the last may lead nowhere. Looked up for those homes alone that have movers.
class NearDoors {
 public:
  NearDoors(const World& world, double distance, std::size_t width,
            const std::vector<std::uint32_t>& names)
      : world_(world), distance_(static_cast<float>(distance)), width_(width), names_(names) {}

  /// Forgets all, for another grade: `takes` says by school whether it takes movers.
  void turn_to(const std::uint8_t* takes) {
    takes_ = takes;
    row_.assign(world_.places.x.size(), kUnknown);
    doors_.clear();
    most_ = 0;
  }

  /// Where the row of a home stands; found now if nobody asked before.
  std::uint32_t find(std::size_t home) {
    if (row_[home] == kUnknown) row_[home] = look_around(home);
    return row_[home];
  }
  const Door* row(std::uint32_t at) const { return doors_.data() + at; }
  /// Doors in the longest row so far.
  std::size_t most() const { return most_; }

 private:
  static constexpr std::uint32_t kUnknown = 0xffffffffu;

  std::uint32_t look_around(std::size_t home);

  const World& world_;
  float distance_;
  std::size_t width_;
  const std::uint8_t* takes_ = nullptr;
  const std::vector<std::uint32_t>& names_;
  std::vector<std::uint32_t> row_;
  std::vector<Door> doors_;
  std::size_t most_ = 0;
};

}  // namespace homeroom
