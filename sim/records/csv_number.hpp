// A number as tables write it.
#pragma once

#include <string>

namespace homeroom {

/// Appends `value` with so many decimals at most, none of them a trailing 0; nothing for NaN.
void append_csv_number(std::string& to, double value, int decimals);

}  // namespace homeroom
