#include <fmt/format.h>

#include "sim/policy/school_model.hpp"
#include "sim/scenario/declared.hpp"
#include "sim/scenario/reference.hpp"

namespace homeroom {

namespace {

/// A bar would end the cell, a line break the row.
std::string cell(const std::string& text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '|') safe += '\\';
    safe += letter == '\n' ? ' ' : letter;
  }
  return safe;
}

std::string section_of(const std::string& key) {
  const std::size_t dot = key.rfind('.');
  return dot == std::string::npos ? "" : key.substr(0, dot);
}

bool is_number(const Declared& field) {
  return field.kind != FieldKind::Flag && field.kind != FieldKind::Text &&
         field.kind != FieldKind::Choice;
}

/// "dated" marks what may change from year to year.
std::string allowed_cell(const Declared& field) {
  if (!is_number(field)) return allowed_text(field);
  return range_text(field.low, field.high) + (field.kind == FieldKind::Dated ? ", dated" : "");
}

std::string row(const Declared& field) {
  const std::string row =
      fmt::format("| `{}` | {} | {} | {} |", last_part(field.key), cell(allowed_cell(field)),
                  cell(field.unit), cell(field.text));
  return field.field_class.empty() ? row : row + fmt::format(" {} |", field.field_class);
}

std::string noted_cells(const Scenario& scenario, const std::string& key) {
  const auto found = scenario.provenance.find(key);
  if (found == scenario.provenance.end()) return " | | | |";
  const Noted& noted = found->second;
  const std::string range =
      noted.range ? range_text(noted.range->first, noted.range->second) : std::string();
  return fmt::format(" {} | {} | {} | {} |", cell(noted.value), range, cell(noted.status),
                     cell(noted.source));
}

/// What the classes of a section's fields say.
std::string classes_in_words() {
  std::string text = "Each is of one class; policies make whole classes `neutral`.\n\n";
  for (const ModelFieldClass& one : kModelFieldClasses) {
    text += fmt::format("- `{}`: {}\n", one.name, one.meaning);
  }
  return text + "\n";
}

std::string head(const std::string& section, bool values, bool classes) {
  std::string text =
      fmt::format("\n### `{}`\n\n{}| key | allowed | unit | meaning |",
                  section.empty() ? "top of the file" : section, classes ? classes_in_words() : "");
  std::string rule = "| --- | --- | --- | --- |";
  if (classes) text += " class |", rule += " --- |";
  if (values) text += " value | range | status | source |", rule += " --- | --- | --- | --- |";
  return text + "\n" + rule + "\n";
}

template <class Wanted>
std::string tables(const Scenario* scenario, Wanted&& wanted) {
  std::string text, section = "-";
  for (const Declared& field : declared_fields()) {
    if (!wanted(field.key)) continue;
    if (section_of(field.key) != section) {
      section = section_of(field.key);
      text += head(section, scenario != nullptr, !field.field_class.empty());
    }
    text += row(field);
    if (scenario) text += noted_cells(*scenario, field.key);
    text += "\n";
  }
  return text;
}

}  // namespace

std::string levers_table_markdown() {
  return tables(nullptr, [](const std::string& key) { return !is_of_nature(key); });
}

std::string parameters_table_markdown(const Scenario* scenario) {
  return tables(scenario, is_of_nature);
}

}  // namespace homeroom
