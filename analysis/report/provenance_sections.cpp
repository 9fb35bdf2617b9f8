#include "analysis/report/provenance_sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace homeroom::report {
namespace {

Figure counts_of_status(const Stated& stated) {
  Figure figure{"status",
                "counts",
                "How far the parameters of nature are known, by status",
                "Parameters of the scenario under nature, each counted once.",
                "parameters",
                {},
                {}};
  figure.columns = {{"label", "status", "", false}, {"value", "parameters", ""}};
  for (const char* status : {"measured", "calibrated", "assumed"}) {
    const auto count =
        std::count_if(stated.values.begin(), stated.values.end(), [&](const StatedValue& value) {
          return value.status == status && value.key.starts_with("nature.");
        });
    figure.rows.push_back({std::string(status), static_cast<double>(count)});
  }
  return figure;
}

/// Longer tables are opened on demand.
constexpr std::size_t kMostOpenRows = 40;

/// False of a key of a school model that the city never has.
bool is_of_the_city(const std::string& key, const std::vector<std::string>& models) {
  constexpr std::string_view begin = "models.";
  const std::size_t at = key.find(begin);
  if (at == std::string::npos) return true;
  const std::size_t from = at + begin.size();
  const std::string model = key.substr(from, key.find('.', from) - from);
  return std::find(models.begin(), models.end(), model) != models.end();
}

}  // namespace

Section parameters_section(const Stated& stated) {
  Section section{"parameters", "Parameters and their sources"};
  if (!stated.fault.empty()) section.missing.push_back(stated.fault);
  if (stated.values.empty()) return section;
  section.figures.push_back(counts_of_status(stated));
  Figure table = table_of("parameters_table", "Every parameter of nature",
                          "Value, unit, range, status and source as the scenario states them.",
                          {{"key", "key", "", false},
                           {"value", "value", "", false},
                           {"unit", "unit", "", false},
                           {"range", "range", "", false},
                           {"status", "status", "", false},
                           {"source", "source", "", false}});
  table.hints["closed"] = "yes";
  for (const StatedValue& value : stated.values) {
    if (!value.key.starts_with("nature.")) continue;
    table.rows.push_back(
        {value.key, value.value, value.unit, value.range, value.status, value.source});
  }
  section.figures.push_back(std::move(table));
  return section;
}

Section changes_section(const Results& results) {
  Section section{"changes", "What each alternative changes"};
  Figure table = table_of(
      "changes_table", "Values of law and school models that differ from the base",
      "As the scenarios state them, by year where a value is dated; of school models those "
      "that the city has.",
      {{"alternative", "alternative", "", false},
       {"key", "key", "", false},
       {"base", "base", "", false},
       {"changed", "alternative's", "", false},
       {"status", "status", "", false},
       {"source", "source", "", false}});
  std::size_t assumed = 0;
  for (const StatedChange& change : results.stated.changes) {
    if (!is_of_the_city(change.key, results.models)) continue;
    assumed += change.status == "assumed";
    table.rows.push_back({change.alternative, change.key, change.base, change.changed,
                          change.status, change.source});
  }
  if (table.rows.empty()) {
    section.missing.push_back("What the alternatives change could not be read from manifest.json.");
    return section;
  }
  section.paragraphs.push_back(
      fmt::format("{} of {} changed values are assumed: the size of a policy's effect rests on "
                  "them as well as on the parameters of nature.",
                  assumed, table.rows.size()));
  if (table.rows.size() > kMostOpenRows) table.hints["closed"] = "yes";
  section.figures.push_back(std::move(table));
  return section;
}

Section repeat_section(const Repeat& repeat) {
  Section section{"repeat", "How to repeat this"};
  section.commands = repeat.commands;
  if (!repeat.commands.empty()) {
    section.paragraphs.push_back(
        "The same program and the same scenario give the same bytes, whatever the number of "
        "threads.");
  }
  if (repeat.facts.empty()) return section;
  Figure table = table_of("facts", "Program, scenario and seed", "From manifest.json.",
                          {{"what", "what", "", false}, {"value", "value", "", false}});
  for (const auto& [what, value] : repeat.facts) table.rows.push_back({what, value});
  section.figures.push_back(std::move(table));
  return section;
}

}  // namespace homeroom::report
