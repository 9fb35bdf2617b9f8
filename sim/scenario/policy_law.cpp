#include "sim/scenario/policy_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/policy_reach.hpp"
#include "sim/scenario/policy_selections.hpp"
#include "sim/scenario/policy_value.hpp"
#include "sim/scenario/sense.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/typed_reader.hpp"

namespace homeroom {

namespace {

Node& node_at(Node& root, const std::string& key) {
  Node* node = &root;
  for (const std::string& part : split_key(key)) {
    node = &node->members.try_emplace(part, table_node(node->at)).first->second;
  }
  return *node;
}

/// Values that differ from what they were, as the scenario's own text would write them.
void note_differences(const Provenance& under, int from_year, Scenario& scenario) {
  Provenance differences;
  for (const auto& [key, noted] : under) {
    if (!key.starts_with("law.") && !key.starts_with("models.")) continue;
    const auto before = scenario.provenance.find(key);
    if (before != scenario.provenance.end() && before->second.value == noted.value) continue;
    Noted& difference = differences["policy." + key] = noted;
    const Declared* field = find_declared(key);
    if (field && field->kind == FieldKind::Dated) {
      difference.value = said_from(noted.value, from_year);
    }
  }
  scenario.provenance.merge(differences);
}

void note(const std::string& key, std::string value, Scenario& scenario) {
  scenario.provenance[key].value = std::move(value);
}

/// What the scenario was told already is not told again.
void add_new(const Faults& of_policy, Faults& faults) {
  std::set<std::string> told;
  for (const Fault& fault : faults.sorted()) told.insert(format_fault(fault));
  for (const Fault& fault : of_policy.sorted()) {
    if (told.insert(format_fault(fault)).second) faults.add(fault);
  }
}

std::vector<std::string> names_of(const std::vector<PolicyFile>& files) {
  std::vector<std::string> names;
  for (const PolicyFile& file : files) {
    if (!file.name.empty()) names.push_back(file.name);
  }
  return names;
}

std::string in_words(const std::vector<std::string>& names) {
  return names.empty() ? "the scenario's own policy" : listed(names);
}

/// The scenario's tree with every lever that the policies speak of as they have it.
Node tree_under(const std::vector<PolicyFile>& files, int from_year, const Node& root,
                const Scenario& scenario, Faults& faults, Faults& warnings) {
  Node under = root;
  for (const auto& [key, statements] :
       statements_of(files, from_year, scenario, faults, warnings)) {
    const Declared& field = *find_declared(key);
    const std::optional<Joined> policy = joined(key, field, statements, faults);
    if (!policy) continue;
    const std::string& before = scenario.provenance.at(key).value;
    if (auto value = value_under(key, field, *policy, before, from_year, faults)) {
      node_at(under, key) = std::move(*value);
    }
  }
  add_selections(files, from_year, scenario, under, faults);
  return under;
}

}  // namespace

void lay_policies(const std::vector<PolicyFile>& files, std::optional<int> from_year,
                  const std::vector<std::string>& brought, const Node& root, Scenario& scenario,
                  Faults& faults, Faults& warnings) {
  const int from = from_year.value_or(scenario.run.first_year);
  Faults of_policy;
  const Node under = tree_under(files, from, root, scenario, of_policy, warnings);
  Scenario other = typed_scenario(under, of_policy, brought);
  check_sense(other, under, of_policy);
  add_new(of_policy, faults);
  if (!faults.empty()) return;
  const std::size_t known = scenario.provenance.size();
  note_differences(other.provenance, from, scenario);
  if (!brought.empty()) note("policy.brought", toml_list(brought), scenario);
  if (scenario.provenance.size() == known) {
    warnings.add(
        Spot{}, "policy",
        fmt::format("{} changes nothing in \"{}\"", in_words(names_of(files)), scenario.name));
    return;
  }
  note("policy.from_year", std::to_string(from), scenario);
  scenario.policy =
      std::make_shared<const Policy>(Policy{names_of(files), from, std::move(other.law)});
  if (const int last = scenario.run.last_year(); from > last) {
    warnings.add(
        Spot{}, "policy.from_year",
        fmt::format("{} comes after the last year, {}: the policy changes nothing", from, last));
  } else if (moves_nothing_in_reach(scenario)) {
    warnings.add(Spot{}, "policy",
                 fmt::format("{} changes levers of models only that no school of \"{}\" has or can "
                             "take up",
                             in_words(names_of(files)), scenario.name));
  }
}

}  // namespace homeroom
