// Cells of comma-separated text.
#pragma once

#include <string>
#include <string_view>

namespace homeroom {

/// In quotation marks where a comma, a mark or the end of a line asks for them (RFC 4180).
std::string csv_cell(std::string_view text);

/// In quotation marks whatever it holds.
std::string csv_quoted(std::string_view text);

/// An estimate to five figures; empty for NaN.
std::string csv_figure(double value);

}  // namespace homeroom
