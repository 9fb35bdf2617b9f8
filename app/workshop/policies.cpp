#include "app/workshop/policies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/workshop/levers.hpp"
#include "sim/run/burn_in_fingerprint.hpp"
#include "sim/scenario/declared.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/policy_value.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom::workshop {
namespace {

constexpr std::size_t kRecentLaid = 24;  // sets of presets that a room goes back and forth between
const std::string kPolicy = "policy.", kAutonomous = "autonomous.", kModels = "models.";

bool begins(const std::string& text, const std::string& with) {
  return text.compare(0, with.size(), with) == 0;
}

/// Empty where the lever is one of the city's; else what is wrong.
std::string why_no_lever(const City& city, const std::string& key) {
  if (!find_lever(key)) return "is no lever";
  const auto of_model = model_lever(key);
  const bool elsewhere = of_model && !city.has_model(of_model->model);
  return elsewhere ? "is a lever of a school model that this city does not have" : "";
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  const std::string nearest = nearest_of(word, known);
  return nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", nearest);
}

std::vector<std::string> keys_of_models(const Scenario& scenario) {
  std::vector<std::string> keys;
  for (const SchoolModel& model : scenario.law.models) keys.push_back(model.key);
  return keys;
}

/// Settings that make one model, in all that could make children learn, what another is.
void take_after(const Scenario& scenario, const std::string& model, const std::string& other,
                std::vector<std::string>& settings) {
  for (const Declared& field : declared_fields()) {
    if (field.field_class != "production" || !begins(field.key, "models.KEY.")) continue;
    const std::string name = field.key.substr(std::string("models.KEY.").size());
    const auto noted = scenario.provenance.find("models." + other + "." + name);
    if (noted == scenario.provenance.end()) continue;
    const std::string& literal = noted->second.value;
    const bool dated = field.kind == FieldKind::Dated;
    settings.push_back(fmt::format("policy.models.{}.{}={}", model, name,
                                   dated ? said_from(literal, scenario.run.first_year) : literal));
  }
}

/// What is the city's own anyway is not set: states that ask the same have one key.
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
  const std::string lever = begins(key, kPolicy) ? key.substr(kPolicy.size()) : key;
  if (policy.levers.count(lever) > 0) return lever;
  const auto of_model = model_lever(lever);
  if (of_model && policy.levers.count(kAutonomous + of_model->name) > 0) {
    return kAutonomous + of_model->name;
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

/// A city's law with presets and school models laid over it: what levers are set in.
struct Policies::Laid {
  std::vector<Fault> faults;
  std::vector<Fault> warnings;
  std::string text;                    ///< resolved, before school models
  std::vector<std::string> overrides;  ///< that make models what others are
  std::optional<ScenarioSource> source;
  std::string burnt_in;
};

std::vector<std::string> settings_of(const City& city, const PolicyState& policy) {
  std::map<std::string, std::string> values;
  for (const auto& [key, value] : policy.levers) {
    if (!begins(key, kAutonomous)) continue;
    for (const std::string& model : city.autonomous) {
      values[kModels + model + "." + key.substr(kAutonomous.size())] = value;
    }
  }
  for (const auto& [key, value] : policy.levers) {
    if (!begins(key, kAutonomous)) values[key] = value;
  }
  std::vector<std::string> settings;
  for (const auto& [key, value] : values) settings.push_back(kPolicy + key + "=" + value);
  return settings;
}

Policies::Policies(std::vector<City> cities, std::vector<Preset> presets)
    : cities_(std::move(cities)), presets_(std::move(presets)) {}

const City* Policies::city(const std::string& key) const {
  for (const City& city : cities_) {
    if (city.key == key) return &city;
  }
  return nullptr;
}

std::vector<StateFault> Policies::unknown_names(const State& state) const {
  std::vector<StateFault> faults;
  const City* of = city(state.city);
  if (!of) {
    std::vector<std::string> known;
    for (const City& one : cities_) known.push_back(one.key);
    faults.push_back({"", "city", fmt::format("\"{}\" is no city of this workshop", state.city),
                      listed(known), did_you_mean(state.city, known)});
    return faults;
  }
  std::vector<std::string> names;
  for (const Preset& preset : presets_) names.push_back(preset.key);
  const std::vector<std::string> models = keys_of_models(of->scenario);
  for (const char which : {'a', 'b'}) {
    const std::string policy(1, which);
    const PolicyState& asked = state.policy(which);
    for (const std::string& preset : asked.presets) {
      if (find_preset(presets_, preset)) continue;
      faults.push_back(
          {policy, preset, "is no preset", "those of the catalogue", did_you_mean(preset, names)});
    }
    for (const auto& [model, other] : asked.models) {
      if (!of->has_model(model)) {
        faults.push_back({policy, model, "is no school model of this city", listed(of->models),
                          did_you_mean(model, of->models)});
      } else if (std::find(models.begin(), models.end(), other) == models.end()) {
        faults.push_back({policy, model, fmt::format("\"{}\" is no school model", other),
                          "those of the catalogue", did_you_mean(other, models)});
      }
    }
    for (const auto& [lever, value] : asked.levers) {
      const std::string why = why_no_lever(*of, lever);
      if (why.empty()) continue;
      const std::string nearest = nearest_key(lever, {});
      faults.push_back({policy, lever, why, "those of the catalogue",
                        nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", nearest)});
    }
  }
  for (const std::string& lock : state.locks) {
    const std::string why = why_no_lever(*of, lock);
    if (!why.empty()) faults.push_back({"", lock, why, "those of the catalogue"});
  }
  return faults;
}

std::shared_ptr<const Policies::Laid> Policies::laid(const City& city, const State& state,
                                                     const PolicyState& policy) const {
  const std::string key = key_of(city, state, policy);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = std::find_if(recent_.begin(), recent_.end(),
                                    [&](const auto& one) { return one.first == key; });
    if (found != recent_.end()) {
      recent_.splice(recent_.begin(), recent_, found);
      return found->second;
    }
  }
  auto made = std::make_shared<Laid>();
  PolicyFiles files;
  for (const std::string& preset : policy.presets) {
    files.files.push_back(find_preset(presets_, preset)->file);
  }
  Reading reading = read_scenario(city.file, run_settings(city, state), files);
  made->faults = reading.faults;
  for (Fault& warning : reading.warnings) {
    if (warning.key == "policy" || warning.key == "every_model") {
      made->warnings.push_back(std::move(warning));
    }
  }
  if (reading.scenario) {
    made->text = reading.scenario->resolved;
    for (const auto& [model, other] : policy.models) {
      take_after(*reading.scenario, model, other, made->overrides);
    }
    made->source = ScenarioSource::of_text(made->text, city.key, made->overrides);
    made->faults = made->source->base().faults;
    if (made->faults.empty()) {
      // Levers begin with the policy years, so what is set later leaves the burn-in as it is.
      made->burnt_in = BurnInFingerprints(*made->source->base().scenario, "").of(0);
    }
  }
  const std::lock_guard<std::mutex> lock(mutex_);
  recent_.emplace_front(key, made);
  if (recent_.size() > kRecentLaid) recent_.pop_back();
  return made;
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
  const std::vector<std::string> settings = settings_of(city, policy);
  Reading reading = settings.empty() ? base->source->base() : base->source->with(settings);
  add_faults(reading.faults, name, policy, faults);
  if (!reading.scenario) return nullptr;
  std::string key = key_of(city, state, policy);
  for (const std::string& setting : settings) key += "\n" + setting;
  return std::make_shared<const Arm>(
      Arm{std::move(key), std::make_shared<const Scenario>(std::move(*reading.scenario)),
          base->burnt_in});
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
  std::vector<std::string> settings = base->overrides;
  for (std::string& setting : settings_of(of, policy)) settings.push_back(std::move(setting));
  settings.push_back("name=" + toml_string(name));
  settings.push_back(fmt::format("run.replicates={}", state.replicates));
  Reading reading = read_scenario_text(base->text, of.key, settings);
  add_faults(reading.faults, side, policy, told.faults);
  add_faults(reading.warnings, side, policy, told.warnings);
  told.scenario = std::move(reading.scenario);
  return told;
}

}  // namespace homeroom::workshop
