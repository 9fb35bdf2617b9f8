#include "sim/year/mobility_near_doors.hpp"

#include <algorithm>

namespace homeroom {

std::uint32_t NearDoors::look_around(std::size_t home) {
  const std::size_t first = doors_.size();
  doors_.resize(first + width_);
  Door* const row = doors_.data() + first;
  const auto order = world_.nearest(home);
  std::size_t found = 0;
  // Without branches: whether a school takes movers tells nothing about the next one.
  for (std::size_t i = 0; i < order.size() && found < width_; ++i) {
    row[found].school = order[i];
    found += takes_[order[i]];
    __builtin_prefetch(world_.places.distance.data() + home * world_.schools.size() + order[i]);
  }
  if (found < width_) row[found] = Door{};  // leads nowhere
  // In a loop of their own, so that one distance does not wait for the one before.
  for (std::size_t slot = 0; slot < found; ++slot) {
    const std::uint32_t school = row[slot].school;
    row[slot] = {distance_ * world_.distance(home, SchoolId{school}), names_[school]};
  }
  most_ = std::max(most_, found);
  return static_cast<std::uint32_t>(first);
}

}  // namespace homeroom
