// One block of dice for many children at once: four words each for the price of one.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/buffer.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

class ChildDice {
 public:
  /// The dice of the block of `die` in this year, for the children of `rows`.
  ChildDice(const World& world, const Dice& dice, Die die, const std::vector<std::uint32_t>& rows);
  /// The same for rows [first, past).
  ChildDice(const World& world, const Dice& dice, Die die, std::size_t first, std::size_t past);

  /// The word of the die named first, for the i-th child.
  std::uint32_t operator[](std::size_t i) const { return words_[lane_ * count_ + i]; }
  /// The word of another die of the same block.
  std::uint32_t of(Die die, std::size_t i) const { return words_[lane_of(die) * count_ + i]; }
  /// All words of such a die, or the normals that they make, child by child.
  const std::uint32_t* words(Die die) const { return words_.data() + lane_of(die) * count_; }
  Buffer<float> normals(Die die) const;
  std::size_t size() const { return count_; }

 private:
  static std::size_t lane_of(Die die) { return static_cast<std::uint32_t>(die) % 4; }
  std::array<std::uint32_t*, 4> lanes();

  std::size_t count_, lane_;
  Buffer<std::uint32_t> words_;
};

}  // namespace homeroom
