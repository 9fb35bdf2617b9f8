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
  constexpr std::uint32_t kNone = 0xffffffffu;
  for (const std::uint32_t alternative : alternatives_) place_[alternative] = kNone;
  alternatives_.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t alternative = schools[i] / 4u;
    if (alternative >= place_.size()) place_.resize(alternative + 1, kNone);
    if (place_[alternative] != kNone) continue;
    place_[alternative] = static_cast<std::uint32_t>(alternatives_.size());
    alternatives_.push_back(alternative);
  }
  at_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    at_[i] = static_cast<std::uint32_t>(schools[i] % 4u * alternatives_.size()) +
             place_[schools[i] / 4u];
  }
  lanes_.resize(4 * alternatives_.size());
}

void TasteWords::draw(const Dice& dice, int year, std::uint64_t who, std::uint32_t* words) {
  const std::size_t count = alternatives_.size();
  std::uint32_t* const lanes[4] = {lanes_.data(), lanes_.data() + count, lanes_.data() + 2 * count,
                                   lanes_.data() + 3 * count};
  dice.alternatives(Die::Taste, year, who, alternatives_.data(), static_cast<int>(count), lanes);
  for (std::size_t i = 0; i < at_.size(); ++i) words[i] = lanes_[at_[i]];
}

}  // namespace homeroom::choice
