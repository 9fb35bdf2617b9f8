// Comma-separated text (RFC 4180) as a table of the columns that are wanted. The one door to
// libcsv.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace homeroom::lists {

/// What is wrong with one row.
struct RowFault {
  int line = 0;  ///< on which the row begins; the header's is 1
  std::string what;
};

class CsvTable {
 public:
  std::vector<std::string> header;  ///< all columns, wanted or not
  std::vector<RowFault> faults;     ///< rows that are not in the table: the first 10,000
  std::size_t further_faults = 0;   ///< rows beyond these

  std::size_t rows() const { return line_.size(); }
  /// The line of the file on which a row begins.
  int line(std::size_t row) const { return static_cast<int>(line_[row]); }
  /// The cell of a wanted column, by its place among the wanted.
  std::string_view cell(std::size_t row, std::size_t wanted) const {
    const std::uint32_t* const ends = end_.data() + row * wanted_;
    const std::uint32_t begin = wanted == 0 ? 0 : ends[wanted - 1];
    return {text_.data() + start_[row] + begin, ends[wanted] - begin};
  }

 private:
  friend class CsvReader;
  std::size_t wanted_ = 0;
  std::string text_;                  ///< the wanted cells, one after the other
  std::vector<std::uint64_t> start_;  ///< of each row in the text
  std::vector<std::uint32_t> end_;    ///< of each cell, from the start of its row
  std::vector<std::uint32_t> line_;   ///< on which each row begins
};

/// Says by column whether it is wanted, once the header is read.
using Wanted = std::function<std::vector<bool>(const std::vector<std::string>& header)>;

/// Reads a text, which may be any bytes. A row with stray quotes, with a quote that is never
/// closed, with too few or too many cells, with a NUL byte, with more than 1 MiB in its wanted
/// cells or with a line of more than 16 MiB becomes a fault; the rows after it are read. Blanks
/// around cells without quotes are no part of them; empty lines are no rows.
CsvTable read_csv(std::string_view text, const Wanted& wanted);

}  // namespace homeroom::lists
