// A child's taste for each school. Four schools share one call of the generator: school s is lane
// s % 4 of alternative s / 4, and the candidates of a family, often neighbours in the table, cost
// about half as many calls as there are schools.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/chance/draw.hpp"

namespace homeroom::choice {

/// The word of one child's taste for one school.
inline std::uint32_t taste_word(const Dice& dice, int year, std::uint64_t who, std::size_t school) {
  const auto die = static_cast<Die>(static_cast<std::uint32_t>(Die::Taste) + school % 4);
  return dice.word(die, year, who, static_cast<std::uint32_t>(school / 4));
}

/// The same words for many children, one school each; `words` has a row for each.
void taste_words(const Dice& dice, int year, const std::vector<std::uint32_t>& row,
                 const std::vector<std::uint32_t>& generation,
                 const std::vector<std::uint32_t>& school, std::vector<std::uint32_t>& words);

/// The same words for a fixed set of schools, for sixteen children side by side.
class TasteWords {
 public:
  static constexpr std::size_t kSideBySide = Dice::kSideBySide;

  /// Writes where each school's words will begin, child after child.
  void face(const std::uint16_t* schools, std::size_t count, std::vector<std::uint32_t>& words_at);
  /// For the children (row, generation).
  void draw(const Dice& dice, int year, const std::uint32_t* row, const std::uint32_t* generation);
  const std::uint32_t* words() const { return words_.data(); }

 private:
  static constexpr std::uint32_t kNowhere = 0xffffffffu;
  std::uint32_t& place_of(std::uint32_t alternative);

  std::vector<std::uint32_t> alternative_;  ///< each once
  std::vector<std::uint32_t> place_;        ///< by alternative: where its four lanes begin
  std::vector<std::uint32_t> words_;
};

}  // namespace homeroom::choice
