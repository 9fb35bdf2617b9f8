// Which file a scenario's name means, whatever folder the program is called from.
#pragma once

#include <string>
#include <vector>

#include "app/scenarios_folder.hpp"

namespace homeroom::app {

/// The file of a shipped scenario for its bare name ("boston"), and of any shipped file for its
/// path in the repository ("scenarios/boston.toml") where nothing stands there; other names as they
/// are.
std::string named_scenario(const std::string& name);

/// A file that was probably meant by one that does not exist; empty where none comes near.
std::string near_scenario(const std::string& missing);

/// Names of the scenarios that came with the program, in order.
std::vector<std::string> shipped_scenarios();

/// Beside "no such file": where shipped scenarios are, and their names.
std::string shipped_text();

}  // namespace homeroom::app
