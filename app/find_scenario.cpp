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

}  // namespace

fs::path scenarios_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = program.parent_path();
  // build/app/homeroom of a checkout, bin/homeroom of an installation.
  for (const fs::path& folder : {fs::path("scenarios"), beside / "../../scenarios",
                                 beside / "../share/homeroom/scenarios"}) {
    if (fs::is_directory(folder, error)) return folder.lexically_normal();
  }
  return {};
}

std::string named_scenario(const std::string& name) {
  std::error_code error;
  if (fs::is_regular_file(name, error) || fs::path(name).has_parent_path()) return name;
  const fs::path ours = scenarios_folder() / (name + ".toml");
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
