#include <fmt/format.h>

#include <algorithm>

#include "app/workshop/levers.hpp"
#include "app/workshop/policies.hpp"
#include "sim/scenario/declared.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::workshop {
namespace {

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

/// Faults of the names of one policy.
class NameCheck {
 public:
  NameCheck(const City& city, const std::vector<Preset>& presets, std::vector<StateFault>& faults)
      : city_(city), presets_(presets), faults_(faults) {}

  void check(const std::string& which, const PolicyState& policy) {
    for (const std::string& preset : policy.presets) check_preset(which, preset);
    for (const auto& [model, other] : policy.models) check_models(which, model, other);
    for (const auto& [lever, value] : policy.levers) check_lever(which, lever);
  }

  void check_lever(const std::string& which, const std::string& lever) {
    const std::string why = why_no_lever(city_, lever);
    if (why.empty()) return;
    const std::string nearest = nearest_key(lever, {});
    faults_.push_back({which, lever, why, kOfCatalogue,
                       nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", nearest)});
  }

 private:
  static constexpr const char* kOfCatalogue = "those of the catalogue";

  void check_preset(const std::string& which, const std::string& preset) {
    if (find_preset(presets_, preset)) return;
    std::vector<std::string> names;
    for (const Preset& one : presets_) names.push_back(one.key);
    faults_.push_back({which, preset, "is no preset", kOfCatalogue, did_you_mean(preset, names)});
  }

  void check_models(const std::string& which, const std::string& model, const std::string& other) {
    const std::vector<std::string> models = keys_of_models(city_.scenario);
    if (!city_.has_model(model)) {
      faults_.push_back({which, model, "is no school model of this city", listed(city_.models),
                         did_you_mean(model, city_.models)});
    } else if (std::find(models.begin(), models.end(), other) == models.end()) {
      faults_.push_back({which, model, fmt::format("\"{}\" is no school model", other),
                         kOfCatalogue, did_you_mean(other, models)});
    }
  }

  const City& city_;
  const std::vector<Preset>& presets_;
  std::vector<StateFault>& faults_;
};

}  // namespace

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
  NameCheck names(*of, presets_, faults);
  names.check("a", state.a);
  names.check("b", state.b);
  for (const std::string& lock : state.locks) names.check_lever("", lock);
  return faults;
}

}  // namespace homeroom::workshop
