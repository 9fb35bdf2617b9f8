// Cells of the columns that `homeroom estimate` was asked for, and what kind of column they make.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/estimate_columns.hpp"
#include "sim/lists/csv.hpp"
#include "sim/lists/remarks.hpp"

namespace homeroom::app {

struct AskedCells {
  lists::CsvTable csv;
  std::vector<AskedColumn> asked;
  std::map<std::string, std::size_t> place;  ///< of a name among the wanted cells

  std::string_view at(std::size_t row, const AskedColumn& column) const {
    return csv.cell(row, place.at(column.cells));
  }
  /// The same; of COLUMN=WORD and COLUMN!=WORD "1" or "0", and a cell without a value as it is.
  std::string_view value(std::size_t row, const AskedColumn& column) const;
};

/// As R, Stata and tables of homeroom leave a cell without a value.
bool is_missing(std::string_view cell);

/// The whole cell, with a point and without blanks or thousands; nothing of what is not finite.
std::optional<double> number_in(std::string_view cell);

/// Names of columns of words beside clusters and their like: those of --factor, and of --on and
/// --controls where no cell holds a number. Numbers and words in one column are a fault, told with
/// its lines.
std::set<std::string> columns_of_words(const AskedCells& cells, const std::string& file,
                                       lists::Remarks& remarks);

}  // namespace homeroom::app
