// Which columns of a table `homeroom estimate` was asked for, and as what.
#pragma once

#include <string>
#include <vector>

#include "app/estimate_wishes.hpp"
#include "app/options.hpp"
#include "sim/scenario/fault.hpp"

namespace homeroom::app {

struct AskedColumn {
  std::string name, option;  ///< as it was asked for; by which option
  Role role = Role::On;
  bool factor = false;  ///< --factor: words, though they be numbers
  std::string base;     ///< --base NAME=WORD; empty: the first word
  std::string cells;    ///< name in the header
  /// Of COLUMN=WORD and COLUMN!=WORD, which are 1 where the cell is, or is not, this word; empty:
  /// the column itself.
  std::string word;
  bool is_not = false;
};

/// A list splits at commas, unless the whole of it names a column. COLUMN=WORD names a column of 1
/// where the cell of COLUMN is WORD and of 0 elsewhere, COLUMN!=WORD the opposite.
std::vector<AskedColumn> asked_columns(const EstimateOptions& options,
                                       const std::vector<std::string>& header,
                                       std::vector<Fault>& faults);

}  // namespace homeroom::app
