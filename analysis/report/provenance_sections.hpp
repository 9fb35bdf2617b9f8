// Where numbers come from, and how to come to them again.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/results.hpp"

namespace homeroom::report {

/// What is needed to repeat the results: lines to type, and names with their values.
struct Repeat {
  std::vector<std::string> commands;
  std::vector<std::pair<std::string, std::string>> facts;
};

Section parameters_section(const Stated& stated);
/// Of school models those that the city has.
Section changes_section(const Results& results);
Section repeat_section(const Repeat& repeat);

}  // namespace homeroom::report
