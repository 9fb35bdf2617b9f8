#include <fmt/format.h>

#include <cstdio>

#include "app/interrupt.hpp"
#include "app/progress.hpp"
#include "app/read_scenarios.hpp"
#include "app/run_manifest.hpp"
#include "app/run_plan.hpp"
#include "app/run_refusals.hpp"
#include "app/run_report.hpp"
#include "sim/records/run_directory.hpp"

namespace homeroom::app {
namespace {

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

int run_one(const RunOptions& options, const std::string& file, const Scenario& scenario,
            const std::vector<std::string>& command_line) {
  const Experiment experiment = experiment_of(options, scenario);
  const std::filesystem::path folder = folder_of(options, scenario);
  RunDirectory directory(folder, manifest_of(file, experiment, command_line),
                         tables_of_a_run(experiment.microdata), options.force);
  ExperimentOutcome outcome;
  try {
    const long long years =
        static_cast<long long>(experiment.replicates.size()) * years_of_replicate(scenario);
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

}  // namespace

int run(const RunOptions& options, const std::vector<std::string>& command_line) {
  const bool refused = numbers_refused(options);
  std::vector<Scenario> scenarios;
  if (const int status = read_all(options, scenarios); status != kDone) return status;
  if (refused || names_clash(scenarios)) return kBadInput;
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
