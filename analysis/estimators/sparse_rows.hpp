// Rows of a regression of which few columns are not 0, those of a group in the same columns: what
// splines of one or two variables make.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace homeroom::estimators {

/// Values kept for each row.
inline constexpr int kRowValues = 8;

struct SparseRows {
  /// Rows [first, past), and the column of each of their values; a value whose column is `columns`
  /// does not count.
  struct Group {
    std::size_t first = 0, past = 0;
    std::array<int, kRowValues> column{};
  };
  int columns = 0;
  std::vector<Group> groups;  ///< side by side, in the order of rows
  std::vector<double> x;      ///< kRowValues of each row
  std::vector<double> y;

  std::size_t size() const { return y.size(); }
  const double* row(std::size_t i) const { return x.data() + i * kRowValues; }
};

/// Takes out columns that those before them give; rows keep their values, which no longer count.
void leave_out_dependent(SparseRows& rows);

/// The root of each row's leverage, (x (X'X)^-1 x')^1/2; columns must be independent.
std::vector<double> root_leverages(const SparseRows& rows);

}  // namespace homeroom::estimators
