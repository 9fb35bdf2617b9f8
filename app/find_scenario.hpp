// From what is asked for, a name or a path, to the file of a scenario.
#pragma once

#include <filesystem>
#include <string>

namespace homeroom::app {

/// The folder of scenarios: scenarios/ here, that of the checkout in which the program was built,
/// or share/homeroom/scenarios beside an installed one. Empty where there is none.
std::filesystem::path scenarios_folder();

/// The file of a shipped scenario for its bare name ("boston"); any other name as it is.
std::string named_scenario(const std::string& name);

/// A file that was probably meant by one that does not exist; empty where none comes near.
std::string near_scenario(const std::string& missing);

}  // namespace homeroom::app
