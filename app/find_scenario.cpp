#include "app/find_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

/// Beside the scenarios there are lists of bands, of mechanisms and of sets of policies.
constexpr const char* kNoScenarios[] = {"ladders", "mechanisms", "patterns"};

/// Files of scenarios in `folder`, by name.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder.empty() ? "." : folder, error), end;
       !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".toml") names.push_back(entry->path().filename().string());
  }
  return names;
}

/// Where a name would lie among the shipped files; empty for a path of another kind.
fs::path among_shipped(const fs::path& name) {
  if (!name.has_parent_path()) return scenarios_folder() / (name.string() + ".toml");
  if (*name.begin() != "scenarios") return {};
  return scenarios_folder() / name.lexically_relative("scenarios");
}

}  // namespace

std::string named_scenario(const std::string& name) {
  std::error_code error;
  if (fs::is_regular_file(name, error) || scenarios_folder().empty()) return name;
  const fs::path ours = among_shipped(name);
  return fs::is_regular_file(ours, error) ? ours.string() : name;
}

std::string near_scenario(const std::string& missing) {
  const fs::path file(missing);
  const std::string name =
      file.extension().empty() ? file.filename().string() + ".toml" : file.filename().string();
  std::error_code error;
  const fs::path ours = scenarios_folder() / name;
  if (fs::is_regular_file(ours, error)) return ours.string();
  for (const fs::path& folder : {file.parent_path(), scenarios_folder()}) {
    const std::string nearest = nearest_of(name, names_in(folder));
    if (!nearest.empty()) return (folder / nearest).string();
  }
  return {};
}

std::vector<std::string> shipped_scenarios() {
  std::vector<std::string> names;
  if (scenarios_folder().empty()) return names;
  for (const std::string& file : names_in(scenarios_folder())) {
    names.push_back(fs::path(file).stem().string());
  }
  std::erase_if(names, [](const std::string& name) {
    return std::find(std::begin(kNoScenarios), std::end(kNoScenarios), name) !=
           std::end(kNoScenarios);
  });
  std::sort(names.begin(), names.end());
  return names;
}

std::string shipped_text() {
  return fmt::format("; shipped ones, in {}: {}", scenarios_folder().string(),
                     listed(shipped_scenarios()));
}

}  // namespace homeroom::app
