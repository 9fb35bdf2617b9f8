#include "sim/year/choice_taste.hpp"

#include <algorithm>

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
  alternatives_.clear();
  for (std::size_t i = 0; i < count; ++i) alternatives_.push_back(schools[i] / 4u);
  std::sort(alternatives_.begin(), alternatives_.end());
  alternatives_.erase(std::unique(alternatives_.begin(), alternatives_.end()), alternatives_.end());
  at_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto alternative =
        std::lower_bound(alternatives_.begin(), alternatives_.end(), schools[i] / 4u);
    const auto place = static_cast<std::size_t>(alternative - alternatives_.begin());
    at_[i] = static_cast<std::uint32_t>(schools[i] % 4u * alternatives_.size() + place);
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
