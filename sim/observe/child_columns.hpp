// Tables with a row for every child, in the order of their rows, filled a column at a time.
#pragma once

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "sim/records/table.hpp"
#include "sim/world/students.hpp"

namespace homeroom {

/// Writes the columns of such a table from the first on; each is given as what it says of a row.
class ChildColumns {
 public:
  ChildColumns(const Students& students, Batch& batch) : rows_(students.size()), batch_(batch) {}

  template <class Of>
  void whole(Of&& of) {
    put<std::int64_t>(of);
  }
  template <class Of>
  void number(Of&& of) {
    put<double>(of);
  }
  void end() { batch_.end_columns(); }

 private:
  template <class Value, class Of>
  void put(const Of& of) {
    std::vector<Value> values(rows_);
    for (std::size_t row = 0; row < rows_; ++row) values[row] = static_cast<Value>(of(row));
    batch_.put(next_++, std::move(values));
  }

  std::size_t rows_, next_ = 0;
  Batch& batch_;
};

/// The score of this spring [state SD]; NaN where there is none.
inline double score_in_sd(const Students& students, std::size_t row, int subject) {
  const std::int16_t score = students.score[subject][row];
  const bool tested = is_tested(students.grade[row]) && score != kNoScore;
  return tested ? score / static_cast<double>(kScorePoints)
                : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace homeroom
