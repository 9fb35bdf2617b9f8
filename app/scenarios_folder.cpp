#include "app/scenarios_folder.hpp"

#include <fmt/format.h>
#include <sys/auxv.h>

#include <cstdlib>
#include <system_error>

#include "app/find_scenario.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kVariable = "HOMEROOM_SCENARIOS";

/// Set to nothing is not set.
std::string variable() {
  const char* set = std::getenv(kVariable);
  return set ? set : "";
}

bool is_folder_of_scenarios(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "nature", error);
}

/// The program's own file; where no /proc is mounted, by the name that it was started by.
fs::path program_file() {
  std::error_code error;
  const fs::path file = fs::read_symlink("/proc/self/exe", error);
  if (!error) return file;
  const auto* name = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  return name ? fs::canonical(name, error) : fs::path();
}

/// Where to look beside the program: build/app/homeroom of a checkout, bin/homeroom of an
/// installation.
std::vector<fs::path> folders_of_the_program() {
  const fs::path beside = program_file().parent_path();
  return {"scenarios", (beside / "../../scenarios").lexically_normal(),
          (beside / "../share/homeroom/scenarios").lexically_normal()};
}

fs::path first_of(const std::vector<fs::path>& folders) {
  for (const fs::path& folder : folders) {
    if (is_folder_of_scenarios(folder)) return folder;
  }
  return {};
}

}  // namespace

std::vector<fs::path> folders_looked_in() {
  if (const std::string set = variable(); !set.empty()) return {set};
  return folders_of_the_program();
}

fs::path scenarios_folder() { return first_of(folders_looked_in()); }

std::string fault_of_variable() {
  const std::string set = variable();
  if (set.empty() || is_folder_of_scenarios(set)) return {};
  std::error_code error;
  const char* wrong = fs::is_directory(set, error) ? "has no folder nature/, so holds no scenarios"
                                                   : "there is no such folder";
  const fs::path without = first_of(folders_of_the_program());
  return fmt::format("{}={}: {} (allowed: a folder of scenarios{})\n", kVariable, set, wrong,
                     without.empty()
                         ? std::string()
                         : fmt::format("; without the variable it is {}", without.string()));
}

std::string no_folder_text() {
  std::vector<std::string> folders;
  for (const fs::path& folder : folders_looked_in()) folders.push_back(folder.string());
  return fmt::format(
      "the scenarios that came with the program were not found; looked for {}; {}=FOLDER names "
      "where they are\n",
      listed(folders), kVariable);
}

}  // namespace homeroom::app
