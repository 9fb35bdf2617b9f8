#include "sim/year/birth_dice.hpp"

#include <algorithm>

namespace homeroom {

Births::Births(const Dice& dice, int year, std::span<const std::uint32_t> rows)
    : count_(rows.size()), words_(count_ * 12), normals_(count_ * kNormals) {
  Buffer<std::uint32_t> generation(count_);
  std::fill(generation.begin(), generation.end(), static_cast<std::uint32_t>(year));
  std::size_t block = 0;
  for (const Die die : {Die::ChildLanguage, Die::ChildBaseline, Die::ChildShockMath}) {
    std::uint32_t* lanes[4];
    for (std::size_t l = 0; l < 4; ++l) lanes[l] = words_.data() + (4 * block + l) * count_;
    dice.block(die, year, rows.data(), generation.data(), 0, static_cast<int>(count_), lanes);
    ++block;
  }
  normals_from(words_.data() + kFirstNormal * count_, static_cast<int>(normals_.size()),
               normals_.data());
}

}  // namespace homeroom
