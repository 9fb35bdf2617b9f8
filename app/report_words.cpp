#include "app/report_words.hpp"

#include <fmt/format.h>

#include <map>
#include <string_view>

#include "app/find_scenario.hpp"
#include "app/mapped_file.hpp"
#include "sim/records/dictionary.hpp"
#include "sim/run/experiment.hpp"
#include "sim/scenario/claim.hpp"
#include "sim/scenario/sweep_design.hpp"
#include "sim/scenario/toml_document.hpp"

namespace homeroom::app {

namespace fs = std::filesystem;

std::string policy_said(const fs::path& file) {
  std::error_code error;
  const fs::path shipped = scenarios_folder() / "policies" / file.filename();
  const fs::path found = fs::is_regular_file(file, error) ? file : shipped;
  const ParsedToml parsed = parse_toml(MappedFile(found).text(), found.string());
  const Node* said = parsed.root ? parsed.root->find("description") : nullptr;
  if (!said || said->text.empty()) return {};
  return fmt::format("{}: {}", file.stem().string(), said->text);
}

report::Words claims_said() {
  report::Words said;
  std::error_code error;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(scenarios_folder() / "claims", error)) {
    if (entry.path().extension() != ".toml") continue;
    const ClaimReading reading = read_claim(entry.path());
    if (reading.faults.empty()) said[reading.claim.id] = reading.claim.says;
  }
  return said;
}

namespace {

/// What a column says; "the same in ELA" is of the column before it.
std::string meaning_of(const TableDefinition& table, std::size_t column) {
  const std::string_view same = "the same ", meaning = table.columns[column].meaning;
  if (column == 0 || meaning.substr(0, same.size()) != same) return std::string(meaning);
  return meaning_of(table, column - 1) + ", " + std::string(meaning.substr(same.size()));
}

const std::map<std::string_view, std::string_view> kWhens = {
    {"last", "last year"},
    {"first", "first year"},
    {"mean", "mean of all years"},
    {"sum", "sum of all years"},
    {"change", "last year less the first"}};

/// Of "models.proficiency_math.pilot@last": empty where no table of a run has the column.
std::string outcome_said(const std::string& outcome) {
  const std::size_t at = outcome.find('@'), dot = outcome.find('.');
  if (dot == std::string::npos || dot > at) return {};
  const TableDefinition* table = find_table(tables_of_a_run(true), outcome.substr(0, dot));
  const std::string place = outcome.substr(dot + 1, at - dot - 1);
  const std::string name = place.substr(0, place.find('.'));
  for (std::size_t c = 0; table && c < table->columns.size(); ++c) {
    const ColumnDefinition& column = table->columns[c];
    if (column.name != name) continue;
    std::string said = meaning_of(*table, c);
    if (name.size() < place.size())
      said += fmt::format(", {} schools", place.substr(name.size() + 1));
    const std::string when = at == std::string::npos ? "last" : outcome.substr(at + 1);
    const auto known = kWhens.find(when);
    said += fmt::format(", {}", known == kWhens.end() ? when : std::string(known->second));
    return column.unit.empty() ? said : fmt::format("{} [{}]", said, column.unit);
  }
  return {};
}

}  // namespace

report::Words outcomes_said(const fs::path& file) {
  report::Words said;
  const SweepReading reading = read_sweep_design(file);
  if (!reading.faults.empty()) return said;
  for (const std::string& outcome : reading.design.outcomes) {
    const std::string words = outcome_said(outcome);
    if (!words.empty()) said[outcome] = words;
  }
  return said;
}

std::vector<std::pair<std::string, std::string>> design_said(const fs::path& file) {
  const SweepReading reading = read_sweep_design(file);
  if (!reading.faults.empty()) return {};
  const SweepDesign& design = reading.design;
  return {{"design", design.name},
          {"question", design.description},
          {"method", sweep_methods()[static_cast<std::size_t>(design.method)]},
          {"cities", fmt::format("{}", fmt::join(design.scenarios, ", "))},
          {"policies", fmt::format("{}", fmt::join(design.policies, ", "))},
          {"replicates of each point", fmt::format("{}", design.replicates)}};
}

}  // namespace homeroom::app
