// How numbers and words stand in tables for the eye, and in comma-separated text.
#pragma once

#include <cstddef>
#include <string>

namespace homeroom::estimators {

/// Letters as the eye counts them.
std::size_t width_of(const std::string& text);
/// Filled with blanks to the right.
std::string padded(const std::string& text, std::size_t width);

/// Four digits, or all before the point; "-" where it is not known.
std::string number_text(double value);
/// ".034", "<.001", "-".
std::string p_text(double p);

/// A cell of comma-separated text, quoted where it must be; empty where a number is not known.
std::string csv_cell(const std::string& text);
std::string csv_cell(double value);

}  // namespace homeroom::estimators
