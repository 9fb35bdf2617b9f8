// A fitted regression for the eye and for a spreadsheet.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"

namespace homeroom::estimators {

/// "HC3", "clustered", ...: as the command line has it.
std::string name_of(Errors errors);

/// A line for each coefficient, then rows, R2 and what the errors are; warnings are not in it.
std::string text_of(const LinearFit& fit);

/// outcome, term, estimate, standard_error, t, p, low, high, rows, r_squared, errors, clusters,
/// degrees.
std::string csv_head();
/// A line for each coefficient, without its end; numbers that are not known are empty cells.
std::vector<std::string> csv_lines(const LinearFit& fit);
/// Head and lines of one regression.
std::string csv_of(const LinearFit& fit);

}  // namespace homeroom::estimators
