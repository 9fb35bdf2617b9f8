#include "app/shipped_scenarios.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/find_scenario.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/toml_folder.hpp"

namespace homeroom::app {
namespace {

/// Beside the scenarios there are lists of bands, of mechanisms and of sets of policies.
constexpr const char* kNoScenarios[] = {"ladders", "mechanisms", "patterns"};

}  // namespace

std::vector<std::string> shipped_scenarios() {
  std::vector<std::string> names;
  if (scenarios_folder().empty()) return names;
  for (const auto& file : toml_files_in(scenarios_folder())) names.push_back(file.stem().string());
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
