// Columns of a table as the estimators take them.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "app/estimate_table.hpp"

namespace homeroom::app {

Eigen::VectorXd vector_of(const std::vector<double>& values);

/// A number for each word, from 0, in the order in which words appear.
std::vector<int> numbers_of(const std::vector<std::string>& words);

/// Columns of --on and --controls; words become columns of 0 and 1. Throws std::invalid_argument
/// where these would fill the memory.
std::vector<estimators::Column> regressors_of(const EstimateTable& table);

/// What messages call the rows: "line 7".
std::vector<std::string> names_of_rows(const EstimateTable& table);

/// Which word each column of words is compared with, a line each.
std::string about_bases(const EstimateTable& table);

/// Words of an option's lists, split at commas.
std::vector<std::string> words_in(const std::vector<std::string>& lists);

}  // namespace homeroom::app
