#include "sim/scenario/declared.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/field_collector.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/sections.hpp"

namespace homeroom {

namespace {

/// One of everything, so that every declaration is met once.
Scenario specimen() {
  Scenario scenario{};
  scenario.place.schools.resize(1);
  scenario.nation.emplace().classes.resize(1);
  scenario.place.school_list.resize(1);
  scenario.law.selections.resize(1);
  scenario.law.models.resize(1);
  scenario.law.models.front().key = "KEY";
  return scenario;
}

std::vector<Declared> collected() {
  std::vector<Declared> fields = {
      {"name", FieldKind::Text, "", 0, 0, "names the run's directory and rows", {}, 0},
      {"description", FieldKind::Text, "", 0, 0, "what the scenario is about", {}, 0},
      {"law.ordinary",
       FieldKind::Text,
       "",
       0,
       0,
       "model whose rights are the city's ordinary practice",
       {},
       0}};
  Scenario scenario = specimen();
  scenario_sections(scenario, [&](const std::string& key, auto& described) {
    FieldCollector collector(declared_key(key), fields);
    described.describe(collector);
  });
  return fields;
}

}  // namespace

const std::vector<Declared>& declared_fields() {
  static const std::vector<Declared> fields = collected();
  return fields;
}

std::string declared_key(std::string_view key) {
  constexpr std::string_view kPolicy = "policy.";  // its levers are those of the law
  if (key.starts_with(kPolicy)) key.remove_prefix(kPolicy.size());
  std::vector<std::string> parts = split_key(key);
  const bool model = parts.size() >= 2 && parts[0] == "models";
  const bool size = parts.size() >= 3 && parts[0] == "nation" && parts[1] == "classes";
  const bool group = parts.size() >= 3 && parts[0] == "place" &&
                     (parts[1] == "schools" || parts[1] == "school_list");
  const bool selection = parts.size() >= 3 && parts[0] == "law" && parts[1] == "selections";
  if (model) parts[1] = "KEY";
  if ((group || size || selection) && index_in(parts[2]) >= 0) parts[2] = "N";
  std::string joined = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) joined += "." + parts[i];
  return joined;
}

const Declared* find_declared(std::string_view key) {
  const std::string wanted = declared_key(key);
  for (const Declared& field : declared_fields()) {
    if (field.key == wanted) return &field;
  }
  return nullptr;
}

std::string last_part(std::string_view key) { return std::string(key.substr(key.rfind('.') + 1)); }

bool is_of_nature(std::string_view key) { return key.starts_with("nature."); }

bool is_one_number(const Declared& field) {
  return field.kind == FieldKind::Number || field.kind == FieldKind::Integer ||
         field.kind == FieldKind::Dated;
}

std::string range_text(double low, double high) { return fmt::format("{} to {}", low, high); }

std::string allowed_text(const Declared& field) {
  switch (field.kind) {
    case FieldKind::Flag:
      return "true or false";
    case FieldKind::Text:
      return "a string";
    case FieldKind::Choice:
      return listed(field.allowed);
    default:
      return fmt::format("{} [{}]", range_text(field.low, field.high), field.unit);
  }
}

std::string nearest_key(std::string_view key, const std::vector<std::string>& siblings) {
  const std::string word = last_part(key);
  std::vector<std::string> words, keys;
  const auto offer = [&](const std::string& known) {
    words.push_back(last_part(known));
    keys.push_back(known);
  };
  // Siblings come first, so they win among equals.
  for (const std::string& sibling : siblings) offer(sibling);
  for (const Declared& field : declared_fields()) offer(field.key);
  const std::string found = nearest_of(word, words);
  if (found.empty()) return {};
  return keys[static_cast<std::size_t>(std::find(words.begin(), words.end(), found) -
                                       words.begin())];
}

}  // namespace homeroom
