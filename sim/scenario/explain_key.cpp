#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/core/words.hpp"
#include "sim/scenario/declared.hpp"
#include "sim/scenario/explain.hpp"
#include "sim/scenario/noted_at.hpp"

namespace homeroom {

namespace {

constexpr int kMostLines = 40;  // of an answer to words

bool lies_below(const std::string& key, const std::string& above) {
  return key.size() > above.size() && key.starts_with(above) && key[above.size()] == '.';
}

/// The keys of a scenario, or those of the language when there is none.
std::vector<std::string> all_keys(const Scenario* scenario) {
  std::vector<std::string> keys;
  if (scenario) {
    for (const auto& [key, noted] : scenario->provenance) keys.push_back(key);
  } else {
    for (const Declared& field : declared_fields()) keys.push_back(field.key);
  }
  return keys;
}

/// The range of a value's evidence is narrower than the declared one, and is the one that is
/// checked.
std::string allowed_here(const Declared& field, const Noted* noted) {
  if (!noted || !noted->range) return allowed_text(field);
  return fmt::format("{} [{}], the range of its evidence; declared: {}",
                     range_text(noted->range->first, noted->range->second), field.unit,
                     range_text(field.low, field.high));
}

std::string whole_story(const Scenario* scenario, const std::string& key, const Declared& field) {
  const Noted* noted = noted_at(scenario, key);
  std::string text = fmt::format("{}\n  meaning: {}\n  allowed: {}\n", key, field.text,
                                 allowed_here(field, noted));
  if (!field.field_class.empty()) text += fmt::format("  class:   {}\n", field.field_class);
  if (field.scaling == Scaling::Extensive) text += "  scales:  with the city (docs/audits.md)\n";
  if (!noted) return text;
  text += fmt::format("  value:   {}\n", noted->value);
  if (!noted->source.empty()) text += fmt::format("  source:  {}\n", noted->source);
  if (!noted->status.empty()) text += fmt::format("  status:  {}\n", noted->status);
  return text + fmt::format("  set:     {}\n", where_set(*noted));
}

std::string one_line(const Scenario* scenario, const std::string& key) {
  const Declared* field = find_declared(key);
  const Noted* noted = noted_at(scenario, key);
  std::string text = "  " + key;
  if (noted) text += " = " + noted->value;
  if (field) text += fmt::format("  # {} ({})", field->text, allowed_text(*field));
  return text + "\n";
}

/// What stands directly below a key: fields with their meaning, sections by name.
std::string children(const Scenario* scenario, const std::string& key) {
  std::string text;
  std::set<std::string> sections;
  for (const std::string& known : all_keys(scenario)) {
    if (!lies_below(known, key)) continue;
    const std::size_t dot = known.find('.', key.size() + 1);
    if (dot == std::string::npos) {
      text += one_line(scenario, known);
    } else {
      sections.insert(known.substr(0, dot));
    }
  }
  for (const std::string& section : sections) text += "  " + section + ".\n";
  return text.empty() ? text : key + "\n" + text;
}

/// One entry of a list with what its file says of it; empty past the last.
std::string entry_line(const Scenario& scenario, const std::string& list, int position) {
  const std::string entry = fmt::format("{}.{}", list, position);
  std::string fields;
  bool there = false;
  for (const Declared& field : declared_fields()) {
    if (!lies_below(field.key, list + ".N")) continue;
    const std::string name = last_part(field.key);
    const Noted* noted = noted_at(&scenario, entry + "." + name);
    there = there || noted;
    if (!noted || noted->file.empty()) continue;
    fields += fmt::format("{}{} = {}", fields.empty() ? "" : ", ", name, noted->value);
  }
  return there ? fmt::format("  {}: {}\n", entry, fields) : "";
}

/// The entries of a list, then what an entry may say.
std::string entries(const Scenario* scenario, const std::string& list) {
  const std::string fields = children(nullptr, list + ".N");
  if (fields.empty()) return {};
  std::string lines;
  for (int i = 0; scenario; ++i) {
    const std::string line = entry_line(*scenario, list, i);
    if (line.empty()) break;
    lines += line;
  }
  if (scenario && lines.empty()) lines = "  no entry\n";
  return fmt::format("{}\n{}an entry, N counted from 0: {}", list, lines, fields);
}

/// What stands beside a key that is unknown, fields and sections: where it was probably meant to
/// be.
std::vector<std::string> beside(const Scenario* scenario, std::string_view key) {
  const std::size_t dot = key.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string above(key.substr(0, dot));
  std::set<std::string> found;
  for (const std::string& known : all_keys(scenario)) {
    if (lies_below(known, above)) found.insert(known.substr(0, known.find('.', dot + 1)));
  }
  return {found.begin(), found.end()};
}

/// True when `known` is `word`, or ends with it after a dot.
bool ends_with_part(const std::string& known, const std::string& word) {
  return known.size() > word.size() && known.ends_with(word) &&
         known[known.size() - word.size() - 1] == '.';
}

/// Every key that ends with `word`, which may have dots of its own.
std::string namesakes(const Scenario* scenario, const std::string& word) {
  std::vector<std::string> found;
  for (const std::string& known : all_keys(scenario)) {
    if (ends_with_part(known, word)) found.push_back(known);
  }
  if (found.size() == 1) {
    if (const Declared* field = find_declared(found.front())) {
      return whole_story(scenario, found.front(), *field);
    }
  }
  std::string text;
  for (const std::string& known : found) text += one_line(scenario, known);
  return text;
}

/// The explanation, or nothing for an unknown key.
std::string explanation(const Scenario* scenario, const std::string& key) {
  const Declared* field = find_declared(key);
  // A model or group that the scenario does not have is unknown, though its fields are declared.
  const bool here = !scenario || noted_at(scenario, key) || (field && field->key == key);
  if (field && here) return whole_story(scenario, key, *field);
  const std::string list = entries(scenario, key);
  if (!list.empty()) return list;
  const std::string below = children(scenario, key);
  return below.empty() ? namesakes(scenario, key) : below;
}

}  // namespace

std::string keys_about(const Scenario* scenario, std::string_view words) {
  const std::vector<std::string> asked = words_in(words);
  std::string text;
  int more = 0, lines = 0;
  for (const std::string& key : all_keys(scenario)) {
    const Declared* field = find_declared(key);
    if (!mentions(field ? key + " " + field->text : key, asked)) continue;
    if (++lines <= kMostLines) {
      text += one_line(scenario, key);
    } else {
      ++more;
    }
  }
  if (more > 0) text += fmt::format("  ... and {} more; a further word narrows it down\n", more);
  return text;
}

bool is_explained(const Scenario* scenario, std::string_view key) {
  return !explanation(scenario, std::string(key)).empty();
}

std::string explain_key(const Scenario* scenario, std::string_view key) {
  const std::string text = explanation(scenario, std::string(key));
  if (!text.empty()) return text;
  std::vector<std::string> known = beside(scenario, key);
  for (std::string& other : all_keys(scenario)) known.push_back(std::move(other));
  const std::string nearest = nearest_key(key, known);
  std::string answer = fmt::format("{}: is no known key", key);
  if (!nearest.empty()) answer += fmt::format("; did you mean \"{}\"?", nearest);
  return answer + "\n";
}

}  // namespace homeroom
