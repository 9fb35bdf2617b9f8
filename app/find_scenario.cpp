#include "app/find_scenario.hpp"

#include <system_error>
#include <vector>

#include "sim/scenario/nearest.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

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

}  // namespace homeroom::app
