#include "app/report_provenance.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/report/provenance_sections.hpp"
#include "app/report_sensitivity.hpp"
#include "app/report_words.hpp"
#include "app/run_manifest.hpp"
#include "app/version.hpp"
#include "sim/core/words.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom::app {
namespace {

/// "boston_support_office" as people say it: "Boston support office".
std::string in_words(std::string name) {
  name = with_blanks(name);
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

std::string design_name(const report::Results& results) {
  for (const auto& [what, value] : results.design) {
    if (what == "design" && !value.empty()) return in_words(value);
  }
  return "A sweep";
}

std::string title_of(const ReportFolder& folder, const report::Results& results) {
  const std::string city = in_words(folder.manifest.scenario.name);
  switch (folder.kind) {
    case ResultsOf::Compare: {
      std::string names;
      for (const ManifestText& one : folder.manifest.alternatives) {
        names += (names.empty() ? "" : ", ") + one.name;
      }
      return fmt::format("{}: {} against the base", city, names);
    }
    case ResultsOf::Effect:
      return fmt::format("{}: what a study would find, and what is true", city);
    case ResultsOf::Claims:
      return "Claims and what became of them";
    case ResultsOf::Sweep:
      return design_name(results) + ": outcomes by factor";
    case ResultsOf::Run:
      break;
  }
  return fmt::format("{}: a simulated school district", city);
}

std::string description_in(const report::Stated& stated) {
  for (const report::StatedValue& value : stated.values) {
    if (value.key == "description" && value.value.size() > 2) {
      return value.value.substr(1, value.value.size() - 2) + ".";
    }
  }
  return {};
}

std::string years_sentence(const ManifestFacts& manifest) {
  return fmt::format("Policy years {} to {} after {} years of burn-in, {} replicates, seed {}.",
                     manifest.first_year, manifest.first_year + manifest.policy_years - 1,
                     manifest.burn_in_years, manifest.replicates_finished.size(), manifest.seed);
}

/// What the policies that are compared say of themselves, each once.
std::string policies_sentence(const ManifestFacts& manifest) {
  std::vector<std::string> told;
  for (const ManifestText& alternative : manifest.alternatives) {
    for (const std::string& file : alternative.files) {
      const std::string said = policy_said(file);
      if (!said.empty() && std::find(told.begin(), told.end(), said) == told.end()) {
        told.push_back(said);
      }
    }
  }
  return told.empty() ? "" : fmt::format("{}.", fmt::join(told, "; "));
}

/// A word as a shell takes it.
std::string shell_word(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_not_of(
                                          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                          "0123456789-_=+./:,@%") == std::string::npos;
  if (plain) return word;
  std::string quoted = "'";
  for (const char letter : word)
    quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return quoted + "'";
}

/// The command as it was typed; the program by its name alone, wherever it lay.
std::string command_text(const std::vector<std::string>& words) {
  std::string text = "homeroom";
  for (std::size_t i = 1; i < words.size(); ++i) text += " " + shell_word(words[i]);
  return text;
}

report::Repeat repeat_of(const ManifestFacts& manifest) {
  report::Repeat repeat;
  if (!manifest.command.empty()) repeat.commands.push_back(command_text(manifest.command));
  const auto add = [&](const std::string& what, const std::string& value) {
    if (!value.empty()) repeat.facts.emplace_back(what, value);
  };
  add("program", fmt::format("homeroom {}, revision {}", manifest.version, manifest.revision));
  add("run (fingerprint of all that results depend on)", manifest.run);
  add("scenario", fmt::format("{}", fmt::join(manifest.scenario.files, " ")));
  add("scenario's resolved text (XXH3-128)", manifest.scenario.fingerprint);
  for (const ManifestText& one : manifest.alternatives) {
    add(fmt::format("alternative {} (XXH3-128)", one.name), one.fingerprint);
    add(fmt::format("files of {}", one.name), fmt::format("{}", fmt::join(one.files, " ")));
  }
  add("scenario that sets growth's zero (XXH3-128)", manifest.anchor_fingerprint);
  add("seed", fmt::format("{}", manifest.seed));
  add("compiler", manifest.compiler + ", " + manifest.flags);
  for (const auto& [name, version] : manifest.libraries) add(name, version);
  add("started", manifest.started);
  add("finished", manifest.finished);
  return repeat;
}

void add_manifest(report::Document& document, const ReportFolder& folder,
                  const report::Results& results) {
  const std::string description = description_in(results.stated);
  if (!description.empty()) document.asked.push_back(description);
  document.asked.push_back(years_sentence(folder.manifest));
  if (folder.kind == ResultsOf::Compare) {
    const std::string policies = policies_sentence(folder.manifest);
    if (!policies.empty()) document.asked.push_back(policies);
    document.sections.push_back(report::changes_section(results));
  }
  document.sections.push_back(report::parameters_section(results.stated));
  document.sections.push_back(report::repeat_section(repeat_of(folder.manifest)));
}

void add_sweep(report::Document& document, const report::Results& results) {
  for (const auto& [what, value] : results.design) {
    if (what == "question" && !value.empty()) document.asked.push_back(value);
  }
  ToldSensitivity told = sensitivity_told(results.folder);
  document.sections.push_back(std::move(told.section));
  constexpr std::size_t kMostSentences = 3;
  if (document.answer.empty()) {
    told.answer.resize(std::min(told.answer.size(), kMostSentences));
    document.answer = told.answer;
  }
  const std::string folder = shell_word(results.folder.string());
  report::Section section{"repeat", "How to repeat this, and to ask further"};
  section.paragraphs = {
      "The design stands in design.toml of the folder. Which policy to choose is a command of its "
      "own."};
  section.commands = {
      fmt::format("homeroom sweep {0}/design.toml -o NEW\n"
                  "homeroom collect NEW\n"
                  "homeroom decide {0} --outcome OUTCOME --by FACTOR",
                  folder)};
  document.sections.push_back(std::move(section));
}

void add_claims(report::Document& document) {
  document.asked.push_back(
      "Claims of Osborne and Langhorne (2018), each judged in simulated cities by a rule that was "
      "written down before.");
  report::Section section{"repeat", "How to repeat this"};
  section.commands = {"homeroom claims -o NEW"};
  document.sections.push_back(std::move(section));
}

}  // namespace

void add_provenance(report::Document& document, const ReportFolder& folder,
                    const report::Results& results) {
  if (document.title.empty()) document.title = title_of(folder, results);
  if (folder.manifest.ours) add_manifest(document, folder, results);
  if (folder.kind == ResultsOf::Sweep) add_sweep(document, results);
  if (folder.kind == ResultsOf::Claims) add_claims(document);
  if (!folder.notice.empty()) document.notices.push_back(folder.notice);
  document.series = {results.whole()};
  // As the workshop has them, so that a model has one colour on both pages.
  std::vector<std::string> models = results.stated.models;
  for (const std::string& model : results.models) {
    if (!is_among(model, models)) models.push_back(model);
  }
  for (const std::string& model : models) document.series.push_back(results.label(model));
  document.made_by = fmt::format(
      "Made by homeroom {} ({}), {}. A simulation under stated assumptions: numbers are of the "
      "model, errors are of chance alone, not of its parameters.",
      program_version(), source_revision(), utc_now());
}

}  // namespace homeroom::app
