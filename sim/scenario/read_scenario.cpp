#include <fmt/format.h>

#include "sim/scenario/file_tree.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/policy_law.hpp"
#include "sim/scenario/purpose.hpp"
#include "sim/scenario/read_tree.hpp"
#include "sim/scenario/resolved_text.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/sense.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/typed_reader.hpp"

namespace homeroom {

namespace {

/// A scenario's own [policy], apart from the rest of it.
struct OwnPolicy {
  std::vector<PolicyFile> file;  ///< one, or none
  std::vector<std::string> brought;
  std::optional<int> from_year;
  Spot from_at;
};

std::vector<std::string> take_brought(Node& policy, Faults& faults) {
  std::vector<std::string> keys;
  const auto brought = policy.members.find("brought");
  if (brought == policy.members.end()) return keys;
  for (const Node& item : brought->second.items) {
    if (item.is(Node::Kind::String)) keys.push_back(item.text);
  }
  if (keys.size() != brought->second.items.size() || keys.empty()) {
    faults.add(brought->second.at, "policy.brought", "wants a list of school models");
  }
  policy.members.erase(brought);
  return keys;
}

OwnPolicy take_own_policy(Node& root, Faults& faults) {
  OwnPolicy own;
  const auto found = root.members.find("policy");
  if (found == root.members.end()) return own;
  Node policy = std::move(found->second);
  root.members.erase(found);
  own.brought = take_brought(policy, faults);
  if (const auto year = policy.members.find("from_year"); year != policy.members.end()) {
    own.from_at = year->second.at;
    if (year->second.is(Node::Kind::Integer)) {
      own.from_year = static_cast<int>(year->second.integer);
    } else {
      faults.add(year->second.at, "policy.from_year", "wants a whole number");
    }
    policy.members.erase(year);
  }
  own.file.push_back({"", root.at.file_name(), std::move(policy)});
  return own;
}

/// A policy that began before the policy years would change where growth has its zero.
bool begins_too_early(std::optional<int> from_year, const RunPlan& run, const Spot& at,
                      Faults& faults) {
  if (!from_year || *from_year >= run.first_year) return false;
  faults.add(at, "policy.from_year", fmt::format("{} lies before the policy years", *from_year),
             fmt::format("{} or later", run.first_year));
  return true;
}

/// `lower`: the selections below the scenario's own file.
Reading reading_of(Node& root, const std::vector<std::string>& overrides, std::vector<Node> lower,
                   const PolicyFiles& policies, Faults& faults) {
  if (const Node* list = find_path(root, "law.selections"); list && lower.empty()) {
    lower = list->items;
  }
  for (const std::string& setting : overrides) lay_override(root, setting, faults);
  OwnPolicy own = take_own_policy(root, faults);
  std::vector<PolicyFile> files = read_policy_files(policies.files, faults);
  files.insert(files.begin(), own.file.begin(), own.file.end());
  std::vector<std::string> brought = bring_models(files, root, faults);
  brought.insert(brought.end(), own.brought.begin(), own.brought.end());
  Scenario scenario = typed_scenario(root, faults, brought);
  // With a file unread, what looks like nonsense may only be absent.
  if (faults.all_files_read()) check_sense(scenario, root, faults);
  Faults of_policies;
  const std::optional<int> from_year = policies.from_year ? policies.from_year : own.from_year;
  const Spot from_at = policies.from_year ? Spot{} : own.from_at;
  if (!files.empty() && faults.all_files_read() &&
      !begins_too_early(from_year, scenario.run, from_at, faults)) {
    lay_policies(files, from_year, brought, root, scenario, faults, of_policies);
  }
  Reading reading;
  reading.faults = faults.sorted();
  if (!reading.faults.empty()) return reading;
  reading.warnings = warnings_about(scenario, root, lower);
  const std::vector<Fault> more = of_policies.sorted();
  reading.warnings.insert(reading.warnings.end(), more.begin(), more.end());
  if (!policies.name.empty()) {
    scenario.name += "+" + policies.name;
    scenario.provenance["name"].value = toml_string(scenario.name);
  }
  scenario.resolved = resolved_text(scenario);
  reading.scenario = std::move(scenario);
  return reading;
}

}  // namespace

Reading read_scenario(const std::filesystem::path& file, const std::vector<std::string>& overrides,
                      const PolicyFiles& policies) {
  Faults faults;
  FileTree tree(faults);
  tree.lay(file);
  const Node* list = find_path(tree.root(), "law.selections");
  const bool own = list && of_own_file(list->at, tree.root());
  return reading_of(tree.root(), overrides, own ? selections_of_bases(file) : std::vector<Node>{},
                    policies, faults);
}

Reading read_scenario_text(std::string_view text, const std::string& name,
                           const std::vector<std::string>& overrides) {
  Faults faults;
  FileTree tree(faults);
  tree.lay_text(text, name);
  return reading_of(tree.root(), overrides, {}, {}, faults);
}

Reading read_scenario_tree(Node root) {
  Faults faults;
  return reading_of(root, {}, {}, {}, faults);
}

}  // namespace homeroom
