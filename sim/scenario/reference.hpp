// The reference that is generated from the declarations, so that it cannot fall behind them.
#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// JSON Schema (2020-12) of scenario files, for editors. A file may be a mere base, so nothing is
/// required in it.
std::string json_schema();

/// Markdown tables of what a scenario may choose: run, place, school groups, law, models.
std::string levers_table_markdown();

/// Markdown tables of the parameters of nature; with a scenario also value, source and status.
std::string parameters_table_markdown(const Scenario* scenario = nullptr);

}  // namespace homeroom
