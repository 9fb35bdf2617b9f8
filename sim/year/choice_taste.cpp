#include "sim/year/choice_taste.hpp"

#include "sim/core/buffer.hpp"

namespace homeroom::choice {

void taste_words(const Dice& dice, int year, const std::vector<std::uint32_t>& row,
                 const std::vector<std::uint32_t>& generation,
                 const std::vector<std::uint32_t>& school, std::vector<std::uint32_t>& words) {
  const std::size_t count = row.size();
  Buffer<std::uint32_t> alternative(count), drawn(4 * count);
  for (std::size_t i = 0; i < count; ++i) alternative[i] = school[i] / 4;
  std::uint32_t* const lanes[4] = {drawn.data(), drawn.data() + count, drawn.data() + 2 * count,
                                   drawn.data() + 3 * count};
  dice.block_of_each(Die::Taste, year, row.data(), generation.data(), alternative.data(),
                     static_cast<int>(count), lanes);
  for (std::size_t i = 0; i < count; ++i) words[i] = drawn[school[i] % 4 * count + i];
}

void TasteWords::face(const std::uint16_t* schools, std::size_t count,
                      std::vector<std::uint32_t>& words_at) {
  words_at.resize(count);
  for (std::size_t i = 0; i < count; ++i) place_of(schools[i] / 4u) = kNowhere;
  // Without branches: which school is the first of its block tells nothing about the next one.
  alternative_.resize(count);
  std::uint32_t blocks = 0;
  constexpr auto kBlockWords = static_cast<std::uint32_t>(4 * kSideBySide);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t alternative = schools[i] / 4u;
    std::uint32_t& place = place_[alternative];
    const bool is_new = place == kNowhere;
    place = is_new ? kBlockWords * blocks : place;
    alternative_[blocks] = alternative;
    blocks += is_new;
    words_at[i] = place + schools[i] % 4u * static_cast<std::uint32_t>(kSideBySide);
  }
  alternative_.resize(blocks);
  words_.resize(kBlockWords * blocks);
}

std::uint32_t& TasteWords::place_of(std::uint32_t alternative) {
  if (alternative >= place_.size()) place_.resize(alternative + 1);
  return place_[alternative];
}

void TasteWords::draw(const Dice& dice, int year, const std::uint32_t* row,
                      const std::uint32_t* generation) {
  dice.blocks(Die::Taste, year, row, generation, alternative_.data(),
              static_cast<int>(alternative_.size()), words_.data());
}

}  // namespace homeroom::choice
