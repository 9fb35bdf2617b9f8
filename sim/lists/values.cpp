#include "sim/lists/values.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/number_from.hpp"
#include "sim/lists/column_name.hpp"

namespace homeroom::lists {

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

Values::Values(const CommonWords& common)
    : missing_(common.missing.begin(), common.missing.end()),
      no_grade_(common.no_grade.begin(), common.no_grade.end()),
      common_(common) {}

NumberCell Values::number(std::string_view cell) const {
  if (cell.empty() || missing_.count(cell) > 0) return {};
  std::string digits(cell);
  digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
  if (!digits.empty() && digits.back() == '%') digits.pop_back();
  const std::optional<double> number = number_from<double>(digits);
  if (!number || !std::isfinite(*number)) return {{}, false};
  const double value = *number;
  // "-9.0" is a code as "-9" is.
  const bool whole = value == std::floor(value) && std::abs(value) < 1e6;
  if (whole && missing_.count(std::to_string(static_cast<int>(value))) > 0) return {};
  return {value, true};
}

GradeCell Values::grade(std::string_view cell) const {
  using Kind = GradeCell::Kind;
  if (cell.empty() || no_grade_.count(cell) > 0) return {Kind::Unknown, 0};
  const std::string word = plain_name(cell);
  if (const auto found = common_.grades.find(word); found != common_.grades.end()) {
    return {Kind::Grade, found->second};
  }
  const auto& others = common_.other_grades;
  const bool other = std::find(others.begin(), others.end(), word) != others.end();
  return {other ? Kind::Other : Kind::NoGrade, 0};
}

std::string autumn_of(std::string_view cell) {
  for (std::size_t at = 0; at + 4 <= cell.size(); ++at) {
    const std::string_view year = cell.substr(at, 4);
    if (std::all_of(year.begin(), year.end(), is_digit)) return std::string(year);
  }
  return {};
}

}  // namespace homeroom::lists
