#include "analysis/decisions/factor_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace homeroom::decisions {
namespace {

/// Distinct values in order, and the place of each among them.
template <class Value>
std::vector<Value> graded(const std::vector<Value>& values, std::vector<std::uint32_t>& level) {
  std::vector<Value> distinct = values;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  for (const Value& value : values) {
    const auto place = std::lower_bound(distinct.begin(), distinct.end(), value);
    level.push_back(static_cast<std::uint32_t>(place - distinct.begin()));
  }
  return distinct;
}

std::string words_text(const Side& side, const LevelColumn& column) {
  std::vector<std::string> within, beyond;
  for (std::uint32_t level = 0; level < column.levels(); ++level) {
    (side.holds(level) ? within : beyond).push_back(column.words[level]);
  }
  if (beyond.size() < within.size()) {
    return fmt::format("{} is not {}", column.name, fmt::join(beyond, " or "));
  }
  return fmt::format("{} is {}", column.name, fmt::join(within, " or "));
}

/// Half way from a level to the next, in as few digits as still part the two.
std::string bound_text(const LevelColumn& column, std::uint32_t below) {
  const double low = column.numbers[below], high = column.numbers[below + 1];
  const double middle = low + 0.5 * (high - low);
  for (int digits = 2; digits < 17; ++digits) {
    const std::string text = fmt::format("{:.{}g}", middle, digits);
    const double told = std::stod(text);
    if (told > low && told < high) return text;
  }
  return fmt::format("{}", middle);
}

}  // namespace

std::vector<LevelColumn> levels_of(const std::vector<Factor>& factors) {
  std::vector<LevelColumn> columns;
  for (const Factor& factor : factors) {
    LevelColumn& column = columns.emplace_back();
    column.name = factor.name;
    for (const double number : factor.numbers) {
      if (std::isfinite(number)) continue;
      throw std::invalid_argument(fmt::format("{} has a value that is not finite", factor.name));
    }
    if (factor.is_of_words()) {
      column.words = graded(factor.words, column.level);
    } else {
      column.numbers = graded(factor.numbers, column.level);
    }
  }
  return columns;
}

bool Side::restricts(const LevelColumn& column) const {
  if (words.empty()) return low > 0 || high + 1 < column.levels();
  return std::find(words.begin(), words.end(), 0) != words.end();
}

Box whole_box(const std::vector<LevelColumn>& columns) {
  Box box;
  for (const LevelColumn& column : columns) {
    Side& side = box.emplace_back();
    side.high = column.levels() > 0 ? column.levels() - 1 : 0;
    if (column.is_of_words()) side.words.assign(column.levels(), 1);
  }
  return box;
}

bool holds(const Box& box, const std::vector<LevelColumn>& columns, std::size_t future) {
  for (std::size_t i = 0; i < box.size(); ++i) {
    if (!box[i].holds(columns[i].level[future])) return false;
  }
  return true;
}

std::string side_text(const Side& side, const LevelColumn& column) {
  if (column.is_of_words()) return words_text(side, column);
  const bool from = side.low > 0, to = side.high + 1 < column.levels();
  if (from && to) {
    return fmt::format("{} between {} and {}", column.name, bound_text(column, side.low - 1),
                       bound_text(column, side.high));
  }
  return from ? fmt::format("{} above {}", column.name, bound_text(column, side.low - 1))
              : fmt::format("{} below {}", column.name, bound_text(column, side.high));
}

}  // namespace homeroom::decisions
