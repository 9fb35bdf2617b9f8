#include "sim/scenario/sense.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom {

std::string Sense::last_set(std::initializer_list<std::string> keys) const {
  std::string named;
  int closest = -1;
  for (const std::string& key : keys) {
    const Node* node = find_path(root_, key);
    if (!node) continue;
    const std::string file = node->at.file_name();
    const int close = file.starts_with("--") ? 2 : file == root_.at.file_name() ? 1 : 0;
    if (close <= closest) continue;
    closest = close;
    named = key;
  }
  return named;
}

bool Sense::sound(std::initializer_list<std::string> keys) const {
  return std::none_of(keys.begin(), keys.end(),
                      [&](const std::string& key) { return faults_.touches(key); });
}

void Sense::fault(const std::string& key, std::string what, std::string allowed,
                  std::string nearest) const {
  faults_.add(locate(root_, key), key, std::move(what), std::move(allowed), std::move(nearest));
}

void Sense::expect_model(const std::string& key, const std::string& model) const {
  const std::vector<std::string> known = model_keys();
  if (!sound({key}) || std::find(known.begin(), known.end(), model) != known.end()) return;
  fault(key, fmt::format("\"{}\" is no school model", model), listed(known),
        nearest_of(model, known));
}

std::vector<std::string> Sense::model_keys() const { return sorted_model_keys(scenario); }

std::vector<std::string> sorted_model_keys(const Scenario& scenario) {
  std::vector<std::string> keys;
  for (const SchoolModel& model : scenario.law.models) keys.push_back(model.key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::string Sense::text_at(const std::string& key) const {
  const Node* node = find_path(root_, key);
  return node ? node->text : "";
}

void check_sense(const Scenario& scenario, const Node& root, Faults& faults) {
  const Sense sense(scenario, root, faults);
  check_city(sense);
  scenario.nation ? check_nation(sense) : check_schools(sense);
  check_models(sense);
  check_selections(sense);
}

}  // namespace homeroom
