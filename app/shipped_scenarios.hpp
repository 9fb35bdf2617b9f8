// Which scenarios came with the program.
#pragma once

#include <string>
#include <vector>

namespace homeroom::app {

/// Their names, in order.
std::vector<std::string> shipped_scenarios();

/// Beside "no such file": where they are, and their names.
std::string shipped_text();

}  // namespace homeroom::app
