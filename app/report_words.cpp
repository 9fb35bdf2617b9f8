#include "app/report_words.hpp"

#include <fmt/format.h>

#include <string_view>

#include "app/find_scenario.hpp"
#include "app/mapped_file.hpp"
#include "sim/run/outcome.hpp"
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

/// What an outcome's column says; "the same in ELA" is of the column before it.
std::string meaning_of(const Outcome& outcome) {
  const std::string_view same = "the same ";
  if (outcome.meaning.substr(0, same.size()) != same) return std::string(outcome.meaning);
  for (const Outcome& other : known_outcomes()) {
    if (other.table != outcome.table || other.column + 1 != outcome.column) continue;
    return meaning_of(other) + ", " + std::string(outcome.meaning.substr(same.size()));
  }
  return std::string(outcome.meaning);
}

std::string when_of(const Outcome& outcome) {
  switch (outcome.when) {
    case OutcomeWhen::First:
      return "first year";
    case OutcomeWhen::Mean:
      return "mean of all years";
    case OutcomeWhen::Sum:
      return "sum of all years";
    case OutcomeWhen::Change:
      return "last year less the first";
    case OutcomeWhen::Year:
      return std::to_string(outcome.year);
    case OutcomeWhen::Last:
      break;
  }
  return "last year";
}

}  // namespace

report::Words outcomes_said(const fs::path& file) {
  report::Words said;
  const SweepReading reading = read_sweep_design(file);
  if (!reading.faults.empty()) return said;
  for (const std::string& name : reading.design.outcomes) {
    const OutcomeReading read = read_outcome(name);
    if (!read.fault.empty()) continue;
    const Outcome& outcome = read.outcome;
    said[name] = fmt::format("{}{}, {}{}", meaning_of(outcome),
                             outcome.model.empty() ? "" : ", " + outcome.model + " schools",
                             when_of(outcome),
                             outcome.unit.empty() ? "" : fmt::format(" [{}]", outcome.unit));
    // Titles and sentences begin with it.
    char& first = said[name].front();
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
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
