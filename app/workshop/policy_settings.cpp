#include "app/workshop/policy_settings.hpp"

#include <fmt/format.h>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/policy_value.hpp"

namespace homeroom::workshop {
namespace {

const std::string kModels = "models.";

}  // namespace

bool as_settings(const Scenario& scenario, Values& settings) {
  for (auto at = scenario.provenance.lower_bound(kPolicyPrefix); at != scenario.provenance.end();
       ++at) {
    const std::string& key = at->first;
    if (!key.starts_with(kPolicyPrefix)) break;
    if (key == "policy.brought" || key.starts_with("policy.law.selections")) return false;
    if (key != "policy.from_year" && key != "policy.description") settings[key] = at->second.value;
  }
  return true;
}

std::vector<std::string> as_list(const Values& values) {
  std::vector<std::string> settings;
  for (const auto& [key, value] : values) settings.push_back(key + "=" + value);
  return settings;
}

void take_after(const Scenario& scenario, const std::string& model, const std::string& other,
                Values& settings) {
  for (const Declared& field : declared_fields()) {
    if (field.field_class != "production" || !field.key.starts_with("models.KEY.")) continue;
    const std::string name = field.key.substr(std::string("models.KEY.").size());
    const auto noted = scenario.provenance.find("models." + other + "." + name);
    if (noted == scenario.provenance.end()) continue;
    const std::string& literal = noted->second.value;
    const bool dated = field.kind == FieldKind::Dated;
    settings[kPolicyPrefix + kModels + model + "." + name] =
        dated ? said_from(literal, scenario.run.first_year) : literal;
  }
}

std::vector<std::string> run_settings(const City& city, const State& state) {
  const RunPlan& run = city.scenario.run;
  std::vector<std::string> settings;
  if (state.years && *state.years != run.policy_years) {
    settings.push_back(fmt::format("run.policy_years={}", *state.years));
  }
  if (state.seed && static_cast<std::uint64_t>(*state.seed) != run.seed) {
    settings.push_back(fmt::format("run.seed={}", *state.seed));
  }
  return settings;
}

Values settings_of(const City& city, const PolicyState& policy) {
  Values values;
  for (const auto& [key, value] : policy.levers) {
    if (!key.starts_with(kAutonomousPrefix)) continue;
    for (const std::string& model : city.autonomous) {
      values[kPolicyPrefix + kModels + model + "." + key.substr(kAutonomousPrefix.size())] = value;
    }
  }
  for (const auto& [key, value] : policy.levers) {
    if (!key.starts_with(kAutonomousPrefix)) values[kPolicyPrefix + key] = value;
  }
  return values;
}

}  // namespace homeroom::workshop
