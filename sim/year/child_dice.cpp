#include "sim/year/child_dice.hpp"

namespace homeroom {

ChildDice::ChildDice(const World& world, const Dice& dice, Die die,
                     const std::vector<std::uint32_t>& rows)
    : count_(rows.size()), lane_(lane_of(die)), words_(4 * count_) {
  Buffer<std::uint32_t> generation(count_);
  for (std::size_t i = 0; i < count_; ++i) generation[i] = world.students.generation(rows[i]);
  dice.block(die, world.year, rows.data(), generation.data(), 0, static_cast<int>(count_),
             lanes().data());
}

ChildDice::ChildDice(const World& world, const Dice& dice, Die die, std::size_t first,
                     std::size_t past)
    : count_(past - first), lane_(lane_of(die)), words_(4 * count_) {
  dice.block_of_rows(die, world.year, static_cast<std::uint32_t>(first),
                     world.students.arrived.data() + first, static_cast<int>(count_),
                     lanes().data());
}

Buffer<float> ChildDice::normals(Die die) const {
  Buffer<float> values(count_);
  normals_from(words(die), static_cast<int>(count_), values.data());
  return values;
}

std::array<std::uint32_t*, 4> ChildDice::lanes() {
  std::uint32_t* const words = words_.data();
  return {words, words + count_, words + 2 * count_, words + 3 * count_};
}

}  // namespace homeroom
