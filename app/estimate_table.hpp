// The table that `homeroom estimate` reads: the columns asked for, checked cell by cell.
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"
#include "sim/scenario/fault.hpp"

namespace homeroom::app {

struct TableColumn {
  std::string name, option;  ///< as in the header; by which option it was asked for
  bool is_words = false;
  /// By row, where it is no column of words; NaN: no value, infinite: a fault that was told.
  std::vector<double> numbers;
  std::vector<std::string> words;  ///< by row, where it is
  std::string base;                ///< of words: the one with which the others are compared
};

struct EstimateTable {
  /// Where there are any, the rest is of use to look for more alone: rows without a value are in
  /// it.
  std::vector<Fault> faults;
  bool lacks_values = false;          ///< among the faults are cells without a value
  std::string dropped;                ///< rows left out, told; empty: none
  std::vector<TableColumn> outcomes;  ///< numbers
  std::vector<TableColumn> columns;   ///< those of --on, then those of --controls
  std::vector<double> weights;        ///< empty: none were named
  std::vector<std::string> clusters;
  std::vector<TableColumn> others;  ///< of what is no regression, in the order asked for
  std::vector<int> lines;           ///< of the file, by row

  /// The other column that an option named; null where it named none.
  const TableColumn* named_by(const std::string& option) const;
  /// Those that an option named, in the order of its names.
  std::vector<const TableColumn*> all_named_by(const std::string& option) const;
};

EstimateTable read_estimate_table(const EstimateOptions& options);

}  // namespace homeroom::app
