// Which columns of a table `homeroom estimate` was asked for, and as what.
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"
#include "sim/scenario/fault.hpp"

namespace homeroom::app {

enum class Role {
  Outcome,
  On,
  Control,
  Weights,
  Cluster,
  Number,       ///< of what is no regression
  MaybeNumber,  ///< the same; a row without it stays
  Words         ///< whatever they are
};

/// True of a column that is taken as it is written.
inline bool is_of_words(Role role) { return role == Role::Cluster || role == Role::Words; }

struct AskedColumn {
  std::string name, option;  ///< as in the header; by which option it was asked for
  Role role = Role::On;
  bool factor = false;  ///< --factor: words, though they be numbers
  std::string base;     ///< --base NAME=WORD; empty: the first word
};

/// A list splits at commas, unless the whole of it names a column.
std::vector<AskedColumn> asked_columns(const EstimateOptions& options,
                                       const std::vector<std::string>& header,
                                       std::vector<Fault>& faults);

}  // namespace homeroom::app
