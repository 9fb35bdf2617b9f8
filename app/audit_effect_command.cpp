#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "analysis/truth/effect_tables.hpp"
#include "analysis/truth/effect_text.hpp"
#include "app/audit_effect.hpp"
#include "app/audits.hpp"
#include "app/interrupt.hpp"
#include "app/read_scenarios.hpp"
#include "app/run_manifest.hpp"
#include "app/run_plan.hpp"
#include "app/run_refusals.hpp"
#include "app/telling_failures.hpp"
#include "sim/core/parallel.hpp"
#include "sim/records/run_directory.hpp"
#include "sim/run/replicates.hpp"

namespace homeroom::app {
namespace {

std::vector<const TableDefinition*> tables() {
  return {&truth::effect_estimates_table(), &truth::effect_truth_table(),
          &truth::effect_split_table(), &truth::effect_replicates_table()};
}

/// From so many replicates on *holds* is told within a tenth or so.
constexpr std::size_t kTellHolds = 20;

std::string about_errors(std::size_t replicates) {
  if (replicates < 2) {
    return "One replicate has no Monte Carlo error, and nothing holds or fails in one; more give "
           "both (--replicates 40).";
  }
  std::string text = "± is half of the 95 % confidence interval of a mean over replicates.";
  if (replicates < kTellHolds) {
    text += fmt::format(" Of {} replicates *holds* tells little (--replicates 40).", replicates);
  }
  return text;
}

/// The other life has no file of its own: what it is stands in words where a scenario's text would.
Manifest effect_manifest(const AuditOptions& options, const Scenario& scenario,
                         const truth::EffectQuestion& question,
                         const std::vector<std::string>& command_line) {
  RunOptions of_run;
  of_run.threads = options.threads;
  Manifest manifest = manifest_of(options.scenario, experiment_of(of_run, scenario), command_line);
  manifest.alternatives.push_back(
      {fmt::format("{} as {}", question.model, question.reference),
       {},
       fmt::format("# The base, where from {} on models.{} has the levers of production of "
                   "models.{}; its effect in {}.\n",
                   scenario.run.first_year, question.model, question.reference, question.year)});
  return manifest;
}

truth::EffectAudit lived(const AuditOptions& options, const Scenario& scenario,
                         const truth::EffectQuestion& question) {
  const ThreadLimit limit(options.threads.value_or(0));
  const auto replicates = static_cast<std::size_t>(scenario.run.replicates);
  const long long years = static_cast<long long>(replicates) * years_lived(scenario, question.year);
  std::vector<std::optional<truth::EffectReplicate>> found(replicates);
  {
    Progress progress(scenario.name, years, fmt::format("{} years", years), options.quiet);
    for_each_replicate(replicates, stop_requested(), [&](std::size_t i) {
      found[i] = live_effect(scenario, question, static_cast<std::uint32_t>(i + 1), progress);
    });
  }
  truth::EffectAudit audit{scenario.name, question.model, question.reference, question.year, {}};
  for (auto& one : found) {
    if (one) audit.replicates.push_back(std::move(*one));
  }
  return audit;
}

void write(RunDirectory& directory, const truth::EffectAudit& audit, std::size_t asked) {
  std::vector<std::string> texts(4);
  append_csv(texts[0], effect_estimates_of(audit));
  append_csv(texts[1], effect_truth_of(audit));
  append_csv(texts[2], effect_split_of(audit));
  for (const truth::EffectReplicate& replicate : audit.replicates) {
    append_csv(texts[3], effect_replicates_of(audit, replicate));
    directory.write_replicate(replicate.number, texts);
    texts.assign(4, {});
  }
  directory.finish(audit.replicates.size() == asked ? "done" : "interrupted", "", utc_now());
}

std::map<std::string, std::string> labels_in(const Law& law) {
  std::map<std::string, std::string> labels;
  for (const SchoolModel& model : law.models) labels.emplace(model.key, model.label);
  return labels;
}

int audit_of(const AuditOptions& options, const Scenario& scenario,
             const truth::EffectQuestion& question, const Manifest& manifest) {
  const bool writes = !options.output.empty();
  if (writes) refuse_folder(options.output, manifest, tables(), options.force);
  const truth::EffectAudit audit = lived(options, scenario, question);
  const auto asked = static_cast<std::size_t>(scenario.run.replicates);
  const bool whole = audit.replicates.size() == asked;
  if (whole && !audit.any_school()) {
    fmt::print(stderr,
               "homeroom audit effect: --model {}: no school of \"{}\" has it in {} in any of {} "
               "replicates (--year YEAR looks at another)\n",
               question.model, scenario.name, question.year, asked);
    return kFailed;
  }
  if (writes && !audit.replicates.empty()) {
    RunDirectory directory(options.output, manifest, tables(), options.force);
    write(directory, audit, asked);
  }
  if (!whole) {
    fmt::print(stderr, "homeroom: interrupted; {} of {} replicates are finished{}\n",
               audit.replicates.size(), asked,
               writes && !audit.replicates.empty() ? ", and kept in " + options.output : "");
    return kInterrupted;
  }
  fmt::print("{}\n{}{}\n", truth::effect_text(audit, labels_in(scenario.law_in(question.year))),
             about_errors(audit.replicates.size()),
             writes ? fmt::format(" Tables are in {}", options.output) : "");
  return kDone;
}

}  // namespace

int audit_effect(const AuditOptions& options, const std::vector<std::string>& command_line) {
  const RunOptions reading = reading_options(options);
  const bool refused = numbers_refused("audit effect", reading);
  std::vector<Scenario> scenarios;
  if (const int status = read_all(reading, scenarios); status != kDone) return status;
  const Scenario& scenario = scenarios.front();
  const AskedEffect asked = asked_effect(options, scenario);
  for (const std::string& fault : asked.faults) {
    fmt::print(stderr, "homeroom audit effect: {}\n", fault);
  }
  if (refused || !asked.question) return kBadInput;
  const Interruptible interruptible;
  return telling_failures<DirectoryRefused>("homeroom", [&] {
    return audit_of(options, scenario, *asked.question,
                    effect_manifest(options, scenario, *asked.question, command_line));
  });
}

}  // namespace homeroom::app
