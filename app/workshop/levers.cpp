#include "app/workshop/levers.hpp"

#include <algorithm>
#include <map>

#include "app/workshop/lever_names.hpp"
#include "sim/scenario/declared.hpp"

namespace homeroom::workshop {
namespace {

const std::string kModels = "models.", kAutonomous = "autonomous.", kOfModels = "models.KEY.";

/// Levers of which only whole numbers make sense, by their unit.
bool is_counted(const std::string& unit) {
  static const std::vector<std::string> counted = {
      "years", "ranks", "schools", "seats", "rounds", "bodies", "parties", "weeks", "supervisors"};
  return std::find(counted.begin(), counted.end(), unit) != counted.end();
}

std::string kind_of(const Declared& field) {
  switch (field.kind) {
    case FieldKind::Flag:
      return "yes_no";
    case FieldKind::Choice:
    case FieldKind::Text:
      return "word";
    case FieldKind::Integer:
      return "whole";
    default:
      break;
  }
  const bool part = field.low == 0.0 && field.high == 1.0;
  if (part && (field.unit == "share" || field.unit == "1")) return "share";
  return is_counted(field.unit) ? "whole" : "number";
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

Lever lever_of(const LeverName& name, const Declared& field) {
  Lever lever;
  lever.key = field.key;
  lever.heading = name.heading;
  lever.name = name.name;
  lever.meaning = field.text;
  lever.kind = kind_of(field);
  lever.unit = field.unit;
  lever.main = name.main;
  if (lever.name.empty()) lever.name = capitalised(field.text);
  lever.low = field.low;
  lever.high = field.high;
  lever.words = field.allowed;
  return lever;
}

std::vector<Lever> listed() {
  std::vector<Lever> all;
  for (const LeverName& name : lever_names()) {
    const std::string key(name.key);
    const Declared* field = find_declared(key.starts_with("law.") ? key : kOfModels + key);
    if (field) all.push_back(lever_of(name, *field));
  }
  std::stable_sort(all.begin(), all.end(), [](const Lever& one, const Lever& other) {
    return one.heading == other.heading && one.main && !other.main;
  });
  return all;
}

}  // namespace

const std::vector<Heading>& headings() {
  static const std::vector<Heading> all = {
      {"autonomies", "Autonomies", "what schools decide themselves: staff, learning, money, time"},
      {"choice", "Choice", "how families and schools find each other"},
      {"accountability", "Accountability", "what is rated, who opens, what follows from failure"},
      {"governance", "Governance", "who decides, and what secures a right"},
      {"support", "Support", "what the central office does for schools"},
      {"leaders", "Leaders", "how principals are found and helped"},
      {"money", "Money", "what follows the child, what teachers are paid"}};
  return all;
}

const std::vector<Lever>& levers() {
  static const std::vector<Lever> all = listed();
  return all;
}

std::optional<ModelLever> model_lever(const std::string& key) {
  if (!key.starts_with(kModels)) return std::nullopt;
  const std::size_t dot = key.find('.', kModels.size());
  if (dot == std::string::npos) return std::nullopt;
  return ModelLever{key.substr(kModels.size(), dot - kModels.size()), key.substr(dot + 1)};
}

const Lever* find_lever(const std::string& key) {
  static const std::map<std::string, const Lever*> by_key = [] {
    std::map<std::string, const Lever*> all;
    for (const Lever& lever : levers()) all.emplace(lever.key, &lever);
    return all;
  }();
  std::string declared = key;
  if (const auto of_model = model_lever(key)) declared = kOfModels + of_model->name;
  if (key.starts_with(kAutonomous)) declared = kOfModels + key.substr(kAutonomous.size());
  const auto found = by_key.find(declared);
  return found == by_key.end() ? nullptr : found->second;
}

}  // namespace homeroom::workshop
