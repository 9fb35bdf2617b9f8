#include "sim/scenario/odd_tables.hpp"

#include <fmt/format.h>

#include <map>

#include "sim/scenario/declared.hpp"
#include "sim/year/chapters.hpp"

namespace homeroom {

namespace {

std::string section_of(const std::string& key) { return key.substr(0, key.rfind('.')); }

/// As GitHub makes it of the heading that scripts/tables writes for a section.
std::string anchor_of(const std::string& section) {
  std::string anchor;
  for (const char letter : section) {
    if (letter == '.') continue;
    anchor += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return anchor;
}

/// Sections in their order, each with its fields.
std::vector<std::pair<std::string, std::vector<const Declared*>>> sections(bool of_nature) {
  std::vector<std::pair<std::string, std::vector<const Declared*>>> all;
  for (const Declared& field : declared_fields()) {
    if (is_of_nature(field.key) != of_nature || field.key.find('.') == std::string::npos) continue;
    const std::string section = section_of(field.key);
    if (all.empty() || all.back().first != section) all.push_back({section, {}});
    all.back().second.push_back(&field);
  }
  return all;
}

}  // namespace

std::string schedule_markdown() {
  std::string text =
      "| | chapter | what happens | reads | changes | page |\n| --- | --- | --- | --- | --- | --- "
      "|\n";
  int number = 0;
  for (const Chapter& chapter : chapters_of_the_year()) {
    text += fmt::format("| {0} | {1} | {2} | {3} | {4} | [{5}](model/{5}.md) |\n", ++number,
                        chapter.name, chapter.says, chapter.reads, chapter.changes, chapter.page);
  }
  return text;
}

std::string levers_in_brief_markdown() {
  std::string text = "| part | levers |\n| --- | --- |\n";
  for (const auto& [section, fields] : sections(false)) {
    text += fmt::format("| [`{}`](levers.md#{}) |", section, anchor_of(section));
    for (const Declared* field : fields) {
      text += fmt::format(" `{}`{}", last_part(field->key), field == fields.back() ? " |\n" : ",");
    }
  }
  return text;
}

std::string parameters_in_brief_markdown(const Scenario& scenario) {
  std::string text =
      "| chapter | parameters | measured | calibrated | assumed |\n| --- | --- | --- | --- | --- "
      "|\n";
  for (const auto& [section, fields] : sections(true)) {
    std::map<std::string, int> statuses;
    for (const Declared* field : fields) {
      const auto noted = scenario.provenance.find(field->key);
      if (noted != scenario.provenance.end()) ++statuses[noted->second.status];
    }
    text += fmt::format("| [`{}`](parameters.md#{}) | {} | {} | {} | {} |\n", section,
                        anchor_of(section), fields.size(), statuses["measured"],
                        statuses["calibrated"], statuses["assumed"]);
  }
  return text;
}

}  // namespace homeroom
