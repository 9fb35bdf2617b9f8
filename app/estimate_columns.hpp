// Which columns of a table `homeroom estimate` was asked for, and as what.
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"
#include "sim/scenario/fault.hpp"

namespace homeroom::app {

enum class Role { Outcome, On, Control, Weights, Cluster };

struct AskedColumn {
  std::string name;
  Role role = Role::On;
  bool factor = false;  ///< --factor: words, though they be numbers
  std::string base;     ///< --base NAME=WORD; empty: the first word
};

/// A list splits at commas, unless the whole of it names a column.
std::vector<AskedColumn> asked_columns(const EstimateOptions& options,
                                       const std::vector<std::string>& header,
                                       std::vector<Fault>& faults);

}  // namespace homeroom::app
