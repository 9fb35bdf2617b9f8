// Where the program's own scenarios are looked for, and what is said where they are not found.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace homeroom::app {

/// Folders that are looked at, in this order: the one that HOMEROOM_SCENARIOS names, and no other;
/// or scenarios/ here, that of the checkout in which the program was built, and
/// share/homeroom/scenarios beside an installed one. The first that is one is `scenarios_folder()`.
/// A folder of scenarios has the folder of nature's numbers in it, so that a folder of one's own
/// that is called scenarios/ hides nothing.
std::vector<std::filesystem::path> folders_looked_in();

/// What is wrong with HOMEROOM_SCENARIOS, a line; empty where it is not set or names such a folder.
std::string fault_of_variable();

/// Where none was found: that, where it was looked, and what to try.
std::string no_folder_text();

}  // namespace homeroom::app
