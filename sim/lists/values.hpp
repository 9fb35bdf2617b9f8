// What a cell says: a number, a grade, or that it is not known.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "sim/lists/list_format.hpp"

namespace homeroom::lists {

struct NumberCell {
  std::optional<double> value;  ///< nothing: missing, or no number
  bool sound = true;            ///< false: neither a number nor a code for a missing one
};

struct GradeCell {
  enum class Kind { Grade, Unknown, Other, NoGrade };
  Kind kind = Kind::Unknown;  ///< Other: adult education and the like; NoGrade: an unknown word
  int grade = 0;              ///< prekindergarten is -1
};

/// Reads cells by the common words.
class Values {
 public:
  explicit Values(const CommonWords& common);

  /// Commas between thousands are no part of a number.
  NumberCell number(std::string_view cell) const;
  GradeCell grade(std::string_view cell) const;

 private:
  std::set<std::string, std::less<>> missing_, no_grade_;
  const CommonWords& common_;
};

/// "2019" for "2019-2020", "2019-20" and "2019": the autumn of a school year; empty where the cell
/// holds no year.
std::string autumn_of(std::string_view cell);

}  // namespace homeroom::lists
