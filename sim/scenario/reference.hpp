// The reference that is generated from the declarations, so that it cannot fall behind them.
#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// What a file is for: a scenario may say everything, a part of the shipped folders its own.
enum class SchemaOf { Scenario, Nature, Models, Places, Policies };

/// JSON Schema (2020-12) of a kind of file, for editors. A file may be a mere base, so nothing is
/// required in it but the notes that a file of nature owes. With a scenario, a parameter of nature
/// is bounded by the range that the scenario's files state, else by the declared one.
std::string json_schema(SchemaOf file = SchemaOf::Scenario, const Scenario* scenario = nullptr);

/// Markdown tables of what a scenario may choose: run, place, school groups, law, models.
std::string levers_table_markdown();

/// A Markdown table of the scenario's school models, as `explain_models` says them.
std::string models_table_markdown(const Scenario& scenario);

/// Markdown tables of the parameters of nature; with a scenario also value, source and status.
std::string parameters_table_markdown(const Scenario* scenario = nullptr);

}  // namespace homeroom
