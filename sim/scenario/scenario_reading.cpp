#include "sim/scenario/scenario_reading.hpp"

#include <fmt/format.h>

#include <optional>

#include "sim/scenario/file_tree.hpp"
#include "sim/scenario/numeric.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/policy_law.hpp"
#include "sim/scenario/purpose.hpp"
#include "sim/scenario/resolved_text.hpp"
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
    const std::int64_t since = year->second.integer;
    if (year->second.is(Node::Kind::Integer) && since >= kEarliestYear && since <= kLatestYear) {
      own.from_year = static_cast<int>(since);
    } else {
      faults.add(year->second.at, "policy.from_year", "is no year",
                 fmt::format("{} to {}", kEarliestYear, kLatestYear));
    }
    policy.members.erase(year);
  }
  if (policy.is(Node::Kind::Table)) {
    refuse_other_keys(
        policy, "policy.",
        {"description", "from_year", "brings", "brought", "law", "models", "every_model"}, faults);
  } else {
    faults.add(policy.at, "policy", "is no table", "[policy]");
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

/// Lays policies over the scenario that `root` became; what is wrong with values of theirs goes to
/// `of_policies`.
class Laying {
 public:
  Laying(const Written& written, Node& root, Faults& faults)
      : written_(written), root_(root), faults_(faults), own_(take_own_policy(root, faults)) {
    files_ = own_.file;
    files_.insert(files_.end(), written.policy_files.begin(), written.policy_files.end());
    brought_ = bring_models(files_, root, faults);
    brought_.insert(brought_.end(), own_.brought.begin(), own_.brought.end());
  }

  const std::vector<std::string>& brought() const { return brought_; }

  void lay_over(Scenario& scenario, Faults& of_policies) const {
    const bool asked = written_.policies.from_year.has_value();
    const std::optional<int> from_year = asked ? written_.policies.from_year : own_.from_year;
    if (files_.empty() || !faults_.all_files_read()) return;
    if (begins_too_early(from_year, scenario.run, asked ? Spot{} : own_.from_at, faults_)) return;
    lay_policies(files_, from_year, brought_, root_, scenario, faults_, of_policies);
  }

 private:
  const Written& written_;
  Node& root_;
  Faults& faults_;
  OwnPolicy own_;
  std::vector<PolicyFile> files_;
  std::vector<std::string> brought_;
};

/// Warnings, and the resolved text.
void tell_people(const Written& written, const Node& root, const Faults& of_policies,
                 Scenario& scenario, Reading& reading) {
  reading.warnings = warnings_about(scenario, root, written.lower);
  const std::vector<Fault> more = of_policies.sorted();
  reading.warnings.insert(reading.warnings.end(), more.begin(), more.end());
  if (!written.policies.name.empty()) {
    scenario.name += "+" + written.policies.name;
    scenario.provenance["name"].value = toml_string(scenario.name);
  }
  scenario.resolved = resolved_text(scenario);
}

}  // namespace

Written::Written(Node tree, std::vector<Node> selections, const PolicyFiles& laid, Faults& faults)
    : root(std::move(tree)),
      lower(std::move(selections)),
      policies(laid),
      policy_files(read_policy_files(laid.files, faults)) {
  if (const Node* list = find_path(root, "law.selections"); list && lower.empty()) {
    lower = list->items;
  }
}

Reading reading_of(const Written& written, Node& root, const std::vector<std::string>& overrides,
                   Faults& faults, For whom) {
  for (const std::string& setting : overrides) lay_override(root, setting, faults);
  const Laying policies(written, root, faults);
  Scenario scenario = typed_scenario(root, faults, policies.brought());
  // With a file unread, what looks like nonsense may only be absent.
  if (faults.all_files_read()) check_sense(scenario, root, faults);
  Faults of_policies;
  policies.lay_over(scenario, of_policies);
  Reading reading;
  reading.faults = faults.sorted();
  if (!reading.faults.empty()) return reading;
  if (whom == For::People) tell_people(written, root, of_policies, scenario, reading);
  reading.scenario = std::move(scenario);
  return reading;
}

Written written_in(const std::filesystem::path& file, const PolicyFiles& policies, Faults& faults) {
  FileTree tree(faults);
  tree.lay(file);
  const Node* list = find_path(tree.root(), "law.selections");
  const bool own = list && of_own_file(list->at, tree.root());
  return {std::move(tree.root()), own ? selections_of_bases(file) : std::vector<Node>{}, policies,
          faults};
}

Written written_in_text(std::string_view text, const std::string& name, Faults& faults) {
  FileTree tree(faults);
  tree.lay_text(text, name);
  return {std::move(tree.root()), {}, {}, faults};
}

}  // namespace homeroom
