// How numbers and words stand in tables for the eye, and in comma-separated text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/records/csv_cell.hpp"

namespace homeroom::estimators {

/// Letters as the eye counts them.
std::size_t width_of(const std::string& text);
/// Filled with blanks to the right.
std::string padded(const std::string& text, std::size_t width);
/// Lines of cells below each other: the first `left` columns begin at the left, the others end at
/// the right. No line ends in blanks.
std::string in_columns(const std::vector<std::vector<std::string>>& lines, std::size_t left = 1);

/// Four digits, or all before the point; "-" where it is not known.
std::string number_text(double value);
/// ".034", "<.001", "-".
std::string p_text(double p);

using homeroom::csv_cell;
/// Empty where a number is not known.
std::string csv_cell(double value);

}  // namespace homeroom::estimators
