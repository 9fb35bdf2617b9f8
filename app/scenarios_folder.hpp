// Where the scenarios are that came with the program, wherever it was built, installed or called.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace homeroom::app {

/// Folders that are looked at, in this order: the one that HOMEROOM_SCENARIOS names, and no other;
/// or scenarios/ here, that of the checkout in which the program was built, and
/// share/homeroom/scenarios beside an installed one.
std::vector<std::filesystem::path> folders_looked_in();

/// The first of these that is one; empty where none is. A folder of scenarios has the folder of
/// nature's numbers in it, so that a folder of one's own that is called scenarios/ hides nothing.
std::filesystem::path scenarios_folder();

/// What is wrong with HOMEROOM_SCENARIOS, a line; empty where it is not set or names such a folder.
std::string fault_of_variable();

/// Where none was found: that, where it was looked, and what to try.
std::string no_folder_text();

}  // namespace homeroom::app
