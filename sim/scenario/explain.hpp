// Answers to "what is this?".
#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/resolved_text.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Meaning, unit, range and, given a scenario, value, source, status and where it was set. A key
/// that stands above others lists them; a bare word finds every key that ends with it; an unknown
/// key names the nearest.
std::string explain_key(const Scenario* scenario, std::string_view key);

/// True when `explain_key` would explain rather than miss.
bool is_explained(const Scenario* scenario, std::string_view key);

/// One line for every key whose name or meaning mentions all of these words; nothing where there is
/// none.
std::string keys_about(const Scenario* scenario, std::string_view words);

/// The chapters of the year in their order, with their levers and parameters.
std::string explain_mechanisms();

/// A table of the school models: rights in the last policy year, level, how many of them a source
/// states, and how each model is governed.
std::string explain_models(const Scenario& scenario);

}  // namespace homeroom
