#include "app/workshop/policies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/workshop/levers.hpp"
#include "app/workshop/policy_settings.hpp"
#include "sim/run/burn_in_fingerprint.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom::workshop {
namespace {

// Sets of presets that a room goes back and forth between, and those of the first city that are
// read ahead, take half a megabyte each, policies that can be lived about as much; cities as their
// files say them, by years and seed, take some 18.
constexpr std::size_t kRecentLaid = 96, kRecentSources = 8, kRecentArms = 128;

std::string key_of(const City& city, const State& state, const PolicyState& policy) {
  std::string key = city.key;
  for (const std::string& setting : run_settings(city, state)) key += "\n" + setting;
  for (const std::string& preset : policy.presets) key += "\npreset=" + preset;
  for (const auto& [model, other] : policy.models) key += "\n" + model + " as " + other;
  return key;
}

/// The lever that the page moved where `key` is at fault: models' levers may have been moved for
/// all autonomous schools at once.
std::string lever_of(const std::string& key, const PolicyState& policy) {
  const std::string lever = key.starts_with(kPolicyPrefix) ? key.substr(kPolicyPrefix.size()) : key;
  if (policy.levers.count(lever) > 0) return lever;
  const auto of_model = model_lever(lever);
  if (of_model && policy.levers.count(kAutonomousPrefix + of_model->name) > 0) {
    return kAutonomousPrefix + of_model->name;
  }
  return lever;
}

StateFault fault_of(const Fault& fault, const std::string& which, const PolicyState& policy) {
  return {which, lever_of(fault.key, policy), fault.what, fault.allowed,
          fault.nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", fault.nearest)};
}

/// The same fault of several models that were moved at once is told once.
void add_faults(const std::vector<Fault>& of, const std::string& which, const PolicyState& policy,
                std::vector<StateFault>& faults) {
  for (const Fault& one : of) {
    StateFault fault = fault_of(one, which, policy);
    const bool told = std::any_of(faults.begin(), faults.end(), [&](const StateFault& other) {
      return other.text() == fault.text();
    });
    if (!told) faults.push_back(std::move(fault));
  }
}

}  // namespace

/// A city as its files say it, for years and a seed.
struct Policies::Source {
  ScenarioSource source;
  std::string burnt_in;
};

/// What presets and school models make of a city's law.
struct Policies::Laid {
  std::vector<Fault> faults;
  std::vector<Fault> warnings;
  std::shared_ptr<const Source> source;  ///< in which settings and levers are set
  Values settings;                       ///< what presets move, where that says it all
  std::string text;                      ///< resolved, with presets, before school models
  Values models;                         ///< what makes models what others are
};

Policies::Policies(std::vector<City> cities, std::vector<Preset> presets)
    : cities_(std::move(cities)),
      presets_(std::move(presets)),
      sources_(kRecentSources),
      laid_(kRecentLaid),
      arms_(kRecentArms) {}

const City* Policies::city(const std::string& key) const {
  for (const City& city : cities_) {
    if (city.key == key) return &city;
  }
  return nullptr;
}

std::shared_ptr<const Policies::Source> Policies::source(const City& city,
                                                         const State& state) const {
  std::string name = city.key;
  for (const std::string& setting : run_settings(city, state)) name += "\n" + setting;
  if (auto found = sources_.find(name)) return found;
  auto made = std::make_shared<Source>(
      Source{ScenarioSource(city.file, run_settings(city, state)), std::string()});
  // Levers begin with the policy years, so what is set later leaves the burn-in as it is.
  const Reading& base = made->source.base();
  if (base.scenario) made->burnt_in = BurnInFingerprints(*base.scenario, "").of(0);
  sources_.keep(name, made);
  return made;
}

std::shared_ptr<const Policies::Laid> Policies::laid(const City& city, const State& state,
                                                     const PolicyState& policy) const {
  const std::string key = key_of(city, state, policy);
  if (auto found = laid_.find(key)) return found;
  auto made = std::make_shared<Laid>();
  made->source = source(city, state);
  PolicyFiles files;
  for (const std::string& preset : policy.presets) {
    files.files.push_back(find_preset(presets_, preset)->file);
  }
  Reading reading = made->source->source.base();
  if (reading.scenario && !files.files.empty()) reading = made->source->source.under(files);
  made->faults = reading.faults;
  for (Fault& warning : reading.warnings) {
    if (warning.key == "policy" || warning.key == "every_model") {
      made->warnings.push_back(std::move(warning));
    }
  }
  if (reading.scenario) take_laid(*reading.scenario, city, policy, *made);
  laid_.keep(key, made);
  return made;
}

void Policies::take_laid(const Scenario& scenario, const City& city, const PolicyState& policy,
                         Laid& laid) {
  laid.text = scenario.resolved;
  for (const auto& [model, other] : policy.models) take_after(scenario, model, other, laid.models);
  if (as_settings(scenario, laid.settings)) return;
  laid.settings.clear();
  laid.source = std::make_shared<const Source>(
      Source{ScenarioSource::of_text(laid.text, city.key), BurnInFingerprints(scenario, "").of(0)});
}

ArmPointer Policies::arm_of(const City& city, const State& state, char which,
                            std::vector<StateFault>& faults) const {
  const PolicyState& policy = state.policy(which);
  const std::string name(1, which);
  const auto base = laid(city, state, policy);
  if (!base->faults.empty()) {
    add_faults(base->faults, name, policy, faults);
    return nullptr;
  }
  std::string key = key_of(city, state, policy);
  Values settings = settings_of(city, policy);
  for (const std::string& setting : as_list(settings)) key += "\n" + setting;
  if (auto found = arms_.find(key)) return found;
  settings.insert(base->models.begin(), base->models.end());
  settings.insert(base->settings.begin(), base->settings.end());
  const ScenarioSource& source = base->source->source;
  Reading reading = settings.empty() ? source.base() : source.with(as_list(settings));
  add_faults(reading.faults, name, policy, faults);
  if (!reading.scenario) return nullptr;
  auto made = std::make_shared<const Arm>(Arm{
      key, std::make_shared<const Scenario>(std::move(*reading.scenario)), base->source->burnt_in});
  arms_.keep(key, made);
  return made;
}

Asked Policies::arms_of(const State& state) const {
  Asked asked;
  asked.faults = unknown_names(state);
  if (!asked.faults.empty()) return asked;
  const City& of = *city(state.city);
  asked.a = arm_of(of, state, 'a', asked.faults);
  asked.b = arm_of(of, state, 'b', asked.faults);
  return asked;
}

void Policies::read_ahead(const City& city, const std::atomic<bool>& stop) const {
  std::vector<PolicyState> asked;
  for (const Lever& lever : levers()) {
    if (!lever.key.starts_with("law.")) continue;
    for (const std::string& word : lever.words) {
      asked.emplace_back().levers[lever.key] = toml_string(word);
    }
  }
  for (const Preset& preset : presets_) asked.emplace_back().presets = {preset.key};
  for (const PolicyState& policy : asked) {
    if (stop.load(std::memory_order_relaxed)) return;
    State state;
    state.city = city.key;
    state.b = policy;
    std::vector<StateFault> faults;
    arm_of(city, state, 'b', faults);
  }
}

Told Policies::told(const State& state, char which, const std::string& name) const {
  Told told;
  told.faults = unknown_names(state);
  if (!told.faults.empty()) return told;
  const City& of = *city(state.city);
  const PolicyState& policy = state.policy(which);
  const std::string side(1, which);
  const auto base = laid(of, state, policy);
  add_faults(base->faults, side, policy, told.faults);
  add_faults(base->warnings, side, policy, told.warnings);
  if (!told.faults.empty()) return told;
  Values values = settings_of(of, policy);
  values.insert(base->models.begin(), base->models.end());
  std::vector<std::string> settings = as_list(values);
  settings.push_back("name=" + toml_string(name));
  settings.push_back(fmt::format("run.replicates={}", state.replicates));
  Reading reading = read_scenario_text(base->text, of.key, settings);
  add_faults(reading.faults, side, policy, told.faults);
  add_faults(reading.warnings, side, policy, told.warnings);
  told.scenario = std::move(reading.scenario);
  return told;
}

}  // namespace homeroom::workshop
