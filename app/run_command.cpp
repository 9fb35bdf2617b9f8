#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdio>
#include <ctime>

#include "app/interrupt.hpp"
#include "app/progress.hpp"
#include "app/read_scenarios.hpp"
#include "app/run_plan.hpp"
#include "app/version.hpp"
#include "sim/core/parallel.hpp"
#include "sim/records/run_directory.hpp"

namespace homeroom::app {
namespace {

constexpr int kMostThreads = 4096;

std::string utc_now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

Manifest manifest_of(const std::string& file, const Experiment& experiment,
                     const std::vector<std::string>& command_line) {
  const Scenario& scenario = *experiment.scenario;
  Manifest manifest;
  manifest.program_version = program_version();
  manifest.source_revision = source_revision();
  manifest.scenario = scenario.name;
  manifest.scenario_file = file;
  manifest.resolved = scenario.resolved;
  manifest.seed = scenario.run.seed;
  manifest.replicates_asked = experiment.replicates;
  manifest.first_year = scenario.run.first_year;
  manifest.policy_years = scenario.run.policy_years;
  manifest.burn_in_years = scenario.run.burn_in_years;
  manifest.threads = experiment.threads > 0 ? experiment.threads : threads_in_use();
  manifest.microdata = experiment.microdata;
  manifest.burn_in_rows = experiment.burn_in_rows;
  manifest.command_line = command_line;
  manifest.compiler = compiler();
  manifest.flags = compiler_flags();
  manifest.libraries = libraries();
  manifest.started = utc_now();
  return manifest;
}

void print_timing(const ExperimentOutcome& outcome) {
  double total = 0.0;
  for (const auto& entry : outcome.times.entries()) total += entry.seconds;
  fmt::print(stderr, "{:<16} {:>10} {:>8} {:>22}\n", "chapter", "seconds", "share",
             "ns per student-year");
  for (const auto& entry : outcome.times.entries()) {
    fmt::print(stderr, "{:<16} {:>10.3f} {:>7.1f}% {:>22.1f}\n", entry.chapter, entry.seconds,
               100.0 * entry.seconds / total, 1e9 * entry.seconds / outcome.student_years);
  }
  fmt::print(stderr, "{:<16} {:>10.3f} {:>8} {:>22.1f}   {:.0f} student-years\n", "all", total, "",
             1e9 * total / outcome.student_years, outcome.student_years);
}

void print_summary(const Scenario& scenario, const ExperimentOutcome& outcome,
                   const std::filesystem::path& folder) {
  fmt::print("{}: {} replicate{}, policy years {}-{}\n\n{}\n", scenario.place.title,
             outcome.summaries.size(), outcome.summaries.size() == 1 ? "" : "s",
             scenario.run.first_year, scenario.run.first_year + scenario.run.policy_years - 1,
             summary_table(outcome.summaries, scenario.law, scenario.run.first_year));
  fmt::print("{} Tables are in {}\n",
             outcome.summaries.size() > 1
                 ? "± is the Monte Carlo error of a mean over replicates."
                 : "One replicate has no Monte Carlo error; more give one (--replicates 20).",
             folder.string());
}

std::string kept(const RunDirectory& directory) {
  const auto finished = directory.manifest().replicates_finished.size();
  const auto asked = directory.manifest().replicates_asked.size();
  return fmt::format("{} of {} replicate{} finished and kept in {}", finished, asked,
                     asked == 1 ? " is" : "s are", directory.path().string());
}

int fail(RunDirectory& directory, const std::string& message) {
  fmt::print(stderr, "homeroom: {}\n", message);
  try {
    directory.finish("failed", message, utc_now());
    fmt::print(stderr, "homeroom: {}\n", kept(directory));
  } catch (const std::exception& error) {
    fmt::print(stderr, "homeroom: {}\n", error.what());
  }
  return kFailed;
}

/// Whether every scenario may use its folder, asked before the first is run.
bool folders_refused(const RunOptions& options, const std::vector<Scenario>& scenarios,
                     const std::vector<std::string>& command_line) {
  bool refused = false;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const Experiment experiment = experiment_of(options, scenarios[i]);
    try {
      refuse_folder(folder_of(options, scenarios[i]),
                    manifest_of(options.scenarios[i], experiment, command_line),
                    tables_of_a_run(experiment.microdata), options.force);
    } catch (const DirectoryRefused& refusal) {
      fmt::print(stderr, "homeroom: {}\n", refusal.what());
      refused = true;
    }
  }
  return refused;
}

/// Whether the tables of all scenarios have room, asked before the first is run.
bool room_is_wanting(const RunOptions& options, const std::vector<Scenario>& scenarios) {
  if (options.force) return false;
  double needed = 0.0;
  for (const Scenario& scenario : scenarios)
    needed += cost_of(experiment_of(options, scenario)).disk;
  const std::filesystem::path folder = folder_of(options, scenarios.front());
  const std::string want = want_of_room(folder, needed, free_bytes(folder));
  if (!want.empty()) fmt::print(stderr, "homeroom: {}\n", want);
  return !want.empty();
}

int run_one(const RunOptions& options, const std::string& file, const Scenario& scenario,
            const std::vector<std::string>& command_line) {
  const Experiment experiment = experiment_of(options, scenario);
  const std::filesystem::path folder = folder_of(options, scenario);
  RunDirectory directory(folder, manifest_of(file, experiment, command_line),
                         tables_of_a_run(experiment.microdata), options.force);
  ExperimentOutcome outcome;
  try {
    const long long years = static_cast<long long>(experiment.replicates.size()) *
                            (scenario.run.burn_in_years + scenario.run.policy_years);
    Progress progress(scenario.name, years, options.quiet);
    outcome = run_experiment(
        experiment,
        [&](std::uint32_t replicate, const std::vector<std::string>& texts) {
          directory.write_replicate(replicate, texts);
        },
        stop_requested(), [&] { progress.step(); });
  } catch (const std::exception& error) {
    return fail(directory, error.what());
  }
  directory.finish(outcome.interrupted ? "interrupted" : "done", "", utc_now());
  if (options.timing) print_timing(outcome);
  if (outcome.interrupted) {
    fmt::print(stderr, "homeroom: interrupted; {}\n", kept(directory));
    return kInterrupted;
  }
  print_summary(scenario, outcome, folder);
  return kDone;
}

/// Two scenarios of one name would write one folder.
bool names_clash(const std::vector<Scenario>& scenarios) {
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (scenarios[i].name != scenarios[j].name) continue;
      fmt::print(stderr,
                 "homeroom: two scenarios are named \"{}\" and would write one folder; give one a "
                 "name of its own, or run them one by one with -o\n",
                 scenarios[i].name);
      return true;
    }
  }
  return false;
}

}  // namespace

int run(const RunOptions& options, const std::vector<std::string>& command_line) {
  if (options.threads && (*options.threads < 1 || *options.threads > kMostThreads)) {
    fmt::print(stderr, "homeroom run: --threads {}: is out of range (allowed: 1 to {})\n",
               *options.threads, kMostThreads);
    return kBadInput;
  }
  if (options.replicate && *options.replicate < 1) {
    fmt::print(stderr, "homeroom run: --replicate {}: is out of range (allowed: 1 and up)\n",
               *options.replicate);
    return kBadInput;
  }
  std::vector<Scenario> scenarios;
  if (const int status = read_all(options, scenarios); status != kDone) return status;
  if (names_clash(scenarios)) return kBadInput;
  if (options.dry_run) {
    for (const Scenario& scenario : scenarios) {
      fmt::print("{}", cost_text(experiment_of(options, scenario), folder_of(options, scenario)));
    }
    return kDone;
  }
  if (folders_refused(options, scenarios, command_line)) return kBadInput;
  if (room_is_wanting(options, scenarios)) return kFailed;
  const Interruptible interruptible;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    try {
      const int status = run_one(options, options.scenarios[i], scenarios[i], command_line);
      if (status != kDone) return status;
    } catch (const DirectoryRefused& refused) {
      fmt::print(stderr, "homeroom: {}\n", refused.what());
      return kBadInput;
    } catch (const std::exception& error) {
      fmt::print(stderr, "homeroom: {}\n", error.what());
      return kFailed;
    }
  }
  return kDone;
}

}  // namespace homeroom::app
