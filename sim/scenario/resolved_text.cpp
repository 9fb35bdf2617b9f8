#include "sim/scenario/resolved_text.hpp"

#include <fmt/format.h>

#include <map>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

/// One [section], or one item of a [[list]].
struct Section {
  std::string name;
  bool item = false;
  std::map<std::string, std::string> fields;  ///< last part of the key -> full key
};

/// The value, with what was said about it; a parameter of nature always says all.
std::string written_value(const std::string& key, const Noted& noted) {
  std::string notes;
  if (noted.range) {
    notes += fmt::format("range = [{}, {}], ", toml_literal(noted.range->first),
                         toml_literal(noted.range->second));
  }
  if (!noted.source.empty()) notes += fmt::format("source = {}, ", toml_string(noted.source));
  if (!noted.status.empty()) notes += fmt::format("status = {}, ", toml_string(noted.status));
  if (is_of_nature(key) && !noted.unit.empty()) {
    notes += fmt::format("unit = {}, ", toml_string(noted.unit));
  }
  if (notes.empty()) return noted.value;
  return fmt::format("{{ {}value = {} }}", notes, noted.value);
}

Section section_of(const std::string& key) {
  const std::size_t dot = key.rfind('.');
  Section section;
  if (dot == std::string::npos) return section;
  section.name = key.substr(0, dot);
  // Items of the lists stand under their position.
  const std::size_t before = section.name.rfind('.');
  const std::string list = section.name.substr(0, before);
  if (list == "place.schools" || list == "place.school_list" || list == "nation.classes" ||
      list == "law.selections" || list == "policy.law.selections") {
    section.name = list;
    section.item = true;
  }
  return section;
}

/// Provenance knows every key; items of one list keep their order, which is not that of their keys.
std::vector<Section> sections_of(const Provenance& provenance) {
  std::map<std::pair<std::string, int>, Section> sections;
  for (const auto& [key, noted] : provenance) {
    Section section = section_of(key);
    const std::vector<std::string> parts = split_key(key);
    const int position = section.item ? index_in(parts[parts.size() - 2]) : -1;
    const auto at = std::pair(section.name, position);
    sections.try_emplace(at, section).first->second.fields[parts.back()] = key;
  }
  std::vector<Section> list;
  for (auto& [at, section] : sections) list.push_back(std::move(section));
  return list;
}

std::string heading(const Section& section) {
  if (section.name.empty()) return "";
  return section.item ? "\n[[" + section.name + "]]\n" : "\n[" + section.name + "]\n";
}

/// Source and status stand beside the value already.
std::string comment_on(const std::string& key, const Noted& noted) {
  std::string text = "# ";
  if (const Declared* declared = find_declared(key)) {
    text += fmt::format("{} ({})", declared->text, allowed_text(*declared));
  }
  return toml_comment(text + "; " + where_set(noted)) + "\n";
}

std::string text_of(const Scenario& scenario, bool comments) {
  std::string text;
  for (const Section& section : sections_of(scenario.provenance)) {
    text += heading(section);
    for (const auto& [name, key] : section.fields) {
      const Noted& noted = scenario.provenance.at(key);
      if (comments) text += comment_on(key, noted);
      text += fmt::format("{} = {}\n", name, written_value(key, noted));
    }
  }
  return text;
}

}  // namespace

std::string resolved_text(const Scenario& scenario) { return text_of(scenario, false); }

std::string explain_scenario(const Scenario& scenario) { return text_of(scenario, true); }

}  // namespace homeroom
