// Factors as levels, counted from 0 in order of their values, and boxes over them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/decisions/policy_outcomes.hpp"

namespace homeroom::decisions {

struct LevelColumn {
  std::string name;
  std::vector<std::uint32_t> level;  ///< by future
  std::vector<double> numbers;       ///< by level, ascending
  std::vector<std::string> words;    ///< by level, in order of the alphabet

  bool is_of_words() const { return !words.empty(); }
  std::uint32_t levels() const {
    return static_cast<std::uint32_t>(is_of_words() ? words.size() : numbers.size());
  }
};

/// Throws std::invalid_argument where a number is not finite.
std::vector<LevelColumn> levels_of(const std::vector<Factor>& factors);

/// The levels of one factor that a box holds: of numbers a range, of words a set.
struct Side {
  std::uint32_t low = 0, high = 0;  ///< both within; of words the whole range
  std::vector<char> words;          ///< by level: 1 within; empty of numbers

  bool holds(std::uint32_t level) const {
    return words.empty() ? level >= low && level <= high : words[level] != 0;
  }
  bool restricts(const LevelColumn& column) const;
};

/// One side for each factor. A future is within where every side holds it.
using Box = std::vector<Side>;

Box whole_box(const std::vector<LevelColumn>& columns);
bool holds(const Box& box, const std::vector<LevelColumn>& columns, std::size_t future);

/// What a side says, in words: "turnout below 0.15", "city is denver or boston". Bounds lie half
/// way between the last value within and the first beyond.
std::string side_text(const Side& side, const LevelColumn& column);

}  // namespace homeroom::decisions
