#include "sim/scenario/file_tree.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/purpose.hpp"
#include "sim/scenario/resolved_text.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/sense.hpp"
#include "sim/scenario/typed_reader.hpp"

namespace homeroom {

namespace {

/// `lower`: the selections below the scenario's own file.
Reading reading_of(Node& root, const std::vector<std::string>& overrides, std::vector<Node> lower,
                   Faults& faults) {
  if (const Node* list = find_path(root, "law.selections"); list && lower.empty()) {
    lower = list->items;
  }
  for (const std::string& setting : overrides) lay_override(root, setting, faults);
  Scenario scenario = typed_scenario(root, faults);
  // With a file unread, what looks like nonsense may only be absent.
  if (faults.all_files_read()) check_sense(scenario, root, faults);
  Reading reading;
  reading.faults = faults.sorted();
  if (!reading.faults.empty()) return reading;
  reading.warnings = warnings_about(scenario, root, lower);
  scenario.resolved = resolved_text(scenario);
  reading.scenario = std::move(scenario);
  return reading;
}

}  // namespace

Reading read_scenario(const std::filesystem::path& file, const std::vector<std::string>& overrides,
                      const std::vector<std::filesystem::path>& policies) {
  Faults faults;
  FileTree tree(faults);
  tree.lay(file);
  for (const auto& policy : policies) tree.lay(policy);
  const Node* list = find_path(tree.root(), "law.selections");
  const bool own = list && of_own_file(list->at, tree.root());
  return reading_of(tree.root(), overrides, own ? selections_of_bases(file) : std::vector<Node>{},
                    faults);
}

Reading read_scenario_text(std::string_view text, const std::string& name,
                           const std::vector<std::string>& overrides) {
  Faults faults;
  FileTree tree(faults);
  tree.lay_text(text, name);
  return reading_of(tree.root(), overrides, {}, faults);
}

}  // namespace homeroom
