// Columns that the options of `homeroom estimate` name, and as what each is wanted.
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"

namespace homeroom::app {

enum class Role {
  Outcome,
  On,
  Control,
  Weights,
  Cluster,
  Number,       ///< of what is no regression
  MaybeNumber,  ///< the same; a row without it stays
  PartNumber,   ///< one of several that make a number; a row without it stays with --drop-missing
  Words         ///< whatever they are
};

/// True of a column that is taken as it is written.
inline bool is_of_words(Role role) { return role == Role::Cluster || role == Role::Words; }

struct Wish {
  std::string option;
  std::vector<std::string> names;  ///< as they were typed
  Role role = Role::On;
  bool many = false;  ///< names may be lists with commas
};

std::vector<Wish> wishes_of(const EstimateOptions& options);

}  // namespace homeroom::app
