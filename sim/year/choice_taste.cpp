#include "sim/year/choice_taste.hpp"

namespace homeroom::choice {

std::vector<std::uint32_t> taste_words(const Dice& dice, int year,
                                       const std::vector<std::uint32_t>& row,
                                       const std::vector<std::uint32_t>& generation,
                                       const std::vector<std::uint32_t>& school) {
  const std::size_t count = row.size();
  std::vector<std::uint32_t> alternative(count), words(count), drawn(4 * count);
  for (std::size_t i = 0; i < count; ++i) alternative[i] = school[i] / 4;
  std::uint32_t* const lanes[4] = {drawn.data(), drawn.data() + count, drawn.data() + 2 * count,
                                   drawn.data() + 3 * count};
  dice.block_of_each(Die::Taste, year, row.data(), generation.data(), alternative.data(),
                     static_cast<int>(count), lanes);
  for (std::size_t i = 0; i < count; ++i) words[i] = lanes[school[i] % 4][i];
  return words;
}

void TasteWords::face(const std::uint16_t* schools, std::size_t count) {
  alternative_.resize(count);
  lane_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    alternative_[i] = schools[i] / 4u;
    lane_[i] = schools[i] % 4u;
    if (alternative_[i] >= place_.size()) place_.resize(alternative_[i] + 1);
  }
}

void TasteWords::draw(const Dice& dice, int year, const std::uint32_t* row,
                      const std::uint32_t* generation, std::size_t side_by_side,
                      std::vector<std::uint32_t>& words_at) {
  constexpr std::uint32_t kNone = 0xffffffffu;
  const std::size_t schools = alternative_.size();
  for (const std::uint32_t alternative : alternative_) place_[alternative] = kNone;
  words_.resize(4 * side_by_side * schools);
  words_at.resize(schools);
  std::uint32_t next = 0;
  const auto width = static_cast<std::uint32_t>(side_by_side);
  for (std::size_t i = 0; i < schools; ++i) {
    std::uint32_t& place = place_[alternative_[i]];
    if (place == kNone) {
      place = next;
      std::uint32_t* const words = words_.data() + next;
      std::uint32_t* const lanes[4] = {words, words + width, words + 2 * width, words + 3 * width};
      dice.block(Die::Taste, year, row, generation, alternative_[i], static_cast<int>(width),
                 lanes);
      next += 4 * width;
    }
    words_at[i] = place + lane_[i] * width;
  }
}

}  // namespace homeroom::choice
