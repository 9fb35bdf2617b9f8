#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/scenario/sense.hpp"

namespace homeroom {

namespace {

/// True when the lever asks for something in any year.
bool ever(const Dated& lever) {
  return std::any_of(lever.steps().begin(), lever.steps().end(),
                     [](const auto& step) { return step.second > 0.0; });
}

void check_sought_model(const Sense& sense, const std::string& key, const std::string& model,
                        const Dated& sought) {
  if (!model.empty()) {
    sense.expect_model(key, model);
  } else if (ever(sought) && sense.sound({key})) {
    sense.fault(key, "names no model, though the law seeks schools of it",
                listed(sense.model_keys()));
  }
}

void check_ordinary(const Sense& sense) {
  const std::string ordinary = sense.text_at("law.ordinary");
  if (!ordinary.empty()) {
    sense.expect_model("law.ordinary", ordinary);
  } else if (sense.sound({"law.ordinary"})) {
    sense.fault("law.ordinary", "is missing", listed(sense.model_keys()));
  }
}

void check_labels(const Sense& sense) {
  std::map<std::string, std::string> labels;
  for (const SchoolModel& model : sense.scenario.law.models) {
    const std::string key = "models." + model.key + ".label";
    if (model.label.empty() && sense.sound({key})) sense.fault(key, "is empty");
    const auto [first, fresh] = labels.try_emplace(model.label, model.key);
    if (fresh || model.label.empty()) continue;
    sense.fault(key,
                fmt::format("\"{}\" is the label of model {} already", model.label, first->second));
  }
}

}  // namespace

void check_models(const Sense& sense) {
  const Law& law = sense.scenario.law;
  if (law.models.empty()) {
    if (sense.sound({"models"})) sense.fault("models", "no school model is known", "[models.KEY]");
    return;
  }
  check_ordinary(sense);
  check_labels(sense);
  check_sought_model(sense, "law.authorization.opening_model", law.authorization.opening_model,
                     law.authorization.openings_per_year);
  check_sought_model(
      sense, "law.authorization.conversion_model", law.authorization.conversion_model,
      ever(law.authorization.answer_to_pressure) ? law.authorization.answer_to_pressure
                                                 : law.authorization.conversions_per_year);
  check_sought_model(sense, "law.authorization.network_model", law.authorization.network_model,
                     Dated{});
  check_sought_model(sense, "law.governance.zone_model", law.governance.zone_model,
                     law.governance.zone_voice);
  check_sought_model(sense, "law.accountability.escape_model", law.accountability.escape_model,
                     law.accountability.escape_rate);
  for (const SchoolModel& model : law.models) {
    check_sought_model(sense, "models." + model.key + ".restart_model", model.restart_model,
                       Dated{});
  }
  // Without a model of its own the state begins the school anew under the one it has.
  check_sought_model(sense, "law.accountability.takeover_model", law.accountability.takeover_model,
                     Dated{});
}

}  // namespace homeroom
