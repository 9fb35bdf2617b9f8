#include "sim/year/child_dice.hpp"

#include <numeric>

namespace homeroom {

ChildDice::ChildDice(const World& world, const Dice& dice, Die die,
                     const std::vector<std::uint32_t>& rows)
    : count_(rows.size()), lane_(lane_of(die)), words_(4 * count_) {
  Buffer<std::uint32_t> generation(count_);
  for (std::size_t i = 0; i < count_; ++i) generation[i] = world.students.generation(rows[i]);
  throw_block(dice, die, world.year, rows.data(), generation.data());
}

ChildDice::ChildDice(const World& world, const Dice& dice, Die die, std::size_t first,
                     std::size_t past)
    : count_(past - first), lane_(lane_of(die)), words_(4 * count_) {
  Buffer<std::uint32_t> rows(count_), generation(count_);
  std::iota(rows.begin(), rows.end(), static_cast<std::uint32_t>(first));
  const std::int16_t* const arrived = world.students.arrived.data() + first;
  for (std::size_t i = 0; i < count_; ++i) {
    generation[i] = static_cast<std::uint32_t>(std::int32_t{arrived[i]});
  }
  throw_block(dice, die, world.year, rows.data(), generation.data());
}

Buffer<float> ChildDice::normals(Die die) const {
  Buffer<float> values(count_);
  normals_from(words(die), static_cast<int>(count_), values.data());
  return values;
}

void ChildDice::throw_block(const Dice& dice, Die die, int year, const std::uint32_t* rows,
                            const std::uint32_t* generation) {
  std::uint32_t* const lanes[4] = {words_.data(), words_.data() + count_,
                                   words_.data() + 2 * count_, words_.data() + 3 * count_};
  dice.block(die, year, rows, generation, 0, static_cast<int>(count_), lanes);
}

}  // namespace homeroom
