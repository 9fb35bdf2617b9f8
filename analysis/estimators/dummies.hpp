// Words become columns of 0 and 1: one for each word but the base, with which all are compared.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"

namespace homeroom::estimators {

/// The words of a column, each once, in the order of their letters, or of their size where all are
/// numbers: R's levels of a factor.
std::vector<std::string> levels_of(const std::vector<std::string>& words);

/// Columns "name:word" for every word but `base`, in the order of `levels_of`.
std::vector<Column> dummies(const std::string& name, const std::vector<std::string>& words,
                            const std::string& base);

}  // namespace homeroom::estimators
