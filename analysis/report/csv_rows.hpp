// Rows of a comma-separated table, one after the other: a table may be larger than memory.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace homeroom::report {

/// A table that is not there, or not as it should be; what is wrong, where, and what to try.
struct TableFault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class CsvRows {
 public:
  /// Opens the table and looks up its columns. Throws TableFault where one is missing.
  CsvRows(const std::filesystem::path& file, const std::vector<std::string>& columns);

  /// The next row; false after the last. Throws TableFault at a row that is not whole.
  bool next();
  /// Of the column that was asked for at this place.
  std::string_view text(std::size_t column) const { return cells_[places_[column]]; }
  /// NaN where the cell is empty. Throws TableFault where it is no number.
  double number(std::size_t column) const;
  /// Of the header, in its order.
  const std::vector<std::string>& header() const { return header_; }
  int whole(std::size_t column) const { return static_cast<int>(number(column)); }

 private:
  bool read_cells();
  void begin_cell();
  /// -1 at the end.
  int next_letter();
  int letter();
  std::filesystem::path file_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream_;
  std::vector<char> buffer_;
  std::size_t at_ = 0, filled_ = 0, line_ = 1, row_line_ = 1;
  std::vector<std::string> header_, cells_;
  std::size_t used_ = 0;
  std::vector<std::size_t> places_;
};

/// Names of a table's columns. Throws TableFault.
std::vector<std::string> columns_of(const std::filesystem::path& file);

}  // namespace homeroom::report
