// Any small city that a scenario file may describe: 500 to 3,000 children, one to nine schools and
// more, every kind of board, assignment and school model, levers anywhere in their ranges.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace homeroom::testing {

/// Settings of `scenarios/small_elected.toml`, drawn by RapidCheck. Printed as they are they rerun
/// the city: `homeroom run scenarios/small_elected.toml --set ...`.
std::vector<std::string> any_city_settings();

/// The settings as arguments of the command line.
std::string as_arguments(const std::vector<std::string>& settings);

/// The shipped small city under `settings`; throws with the faults where it has some.
Scenario small_city(const std::vector<std::string>& settings, const PolicyFiles& policies = {});

}  // namespace homeroom::testing
