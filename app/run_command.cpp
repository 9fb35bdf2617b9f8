#include <fmt/format.h>

#include <cstdio>
#include <optional>

#include "app/cost_text.hpp"
#include "app/interrupt.hpp"
#include "app/kept_cities.hpp"
#include "app/progress.hpp"
#include "app/read_scenarios.hpp"
#include "app/run_manifest.hpp"
#include "app/run_plan.hpp"
#include "app/run_refusals.hpp"
#include "app/run_report.hpp"
#include "app/telling_failures.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/parallel.hpp"
#include "sim/records/run_directory.hpp"
#include "sim/run/nation.hpp"

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
    fmt::print(stderr, "homeroom: {}\n", explained(error));
  }
  return kFailed;
}

/// Lives the experiment into the folder. `Outcome` says whether it was interrupted.
template <class Outcome, class Live>
int run_into(RunDirectory& directory, const RunOptions& options, Outcome& outcome, Live&& live) {
  try {
    outcome = live();
  } catch (const std::exception& error) {
    return fail(directory, explained(error));
  }
  directory.finish(outcome.interrupted ? "interrupted" : "done", "", utc_now());
  if (options.timing) print_timing(outcome.times, outcome.student_years);
  if (outcome.interrupted) {
    fmt::print(stderr, "homeroom: interrupted; {}\n", kept(directory));
    return kInterrupted;
  }
  return kDone;
}

int run_city(const RunOptions& options, const Experiment& experiment, RunDirectory& directory) {
  const Scenario& scenario = *experiment.scenario;
  const long long years =
      static_cast<long long>(experiment.replicates.size()) * years_of_replicate(scenario);
  ExperimentOutcome outcome;
  const int status = run_into(directory, options, outcome, [&] {
    Progress progress(scenario.name, years, fmt::format("{} years", years), options.quiet);
    return run_experiment(
        experiment,
        {[&](const std::vector<std::string>& texts) { directory.append(texts); },
         [&](std::uint32_t replicate) { directory.commit(replicate); }, directory.path()},
        stop_requested(), [&] { progress.step(); });
  });
  if (status == kDone) print_summary(scenario, outcome, directory.path());
  return status;
}

int run_whole_nation(const RunOptions& options, const Experiment& experiment,
                     RunDirectory& directory) {
  const Scenario& scenario = *experiment.scenario;
  const double lived = workload_of(experiment, {}).student_years();
  NationOutcome outcome;
  const int status = run_into(directory, options, outcome, [&] {
    Progress progress(scenario.name, static_cast<long long>(lived),
                      fmt::format("{:.3g} million student-years", lived / 1e6), options.quiet);
    return run_nation(
        experiment,
        {[&](const std::vector<std::string>& texts) { directory.append(texts); },
         [&](std::uint32_t replicate) { directory.commit(replicate); }, directory.path()},
        stop_requested(), [&](int students) { progress.step(students); });
  });
  if (options.timing) print_parts(outcome);
  if (status == kDone) print_nation(scenario, outcome, directory.path());
  return status;
}

int run_one(const RunOptions& options, const std::string& file, const Scenario& scenario,
            const std::optional<CityFolder>& cities, const std::vector<std::string>& command_line) {
  Experiment experiment = experiment_of(options, scenario);
  std::optional<KeptBurnIns> burn_ins;
  if (cities) burn_ins.emplace(cities->folder, scenario, cities->program);
  experiment.burn_ins = burn_ins ? &*burn_ins : nullptr;
  RunDirectory directory(folder_of(options, scenario), manifest_of(file, experiment, command_line),
                         tables_of(experiment), options.force);
  if (is_national(experiment)) return run_whole_nation(options, experiment, directory);
  const int status = run_city(options, experiment, directory);
  if (cities) tell_kept(*cities, burn_ins->told(), experiment.replicates.size(), options.quiet);
  return status;
}

void print_plans(const RunOptions& options, const std::vector<Scenario>& scenarios) {
  CityCount cities(options.keep_burn_ins);
  for (const Scenario& scenario : scenarios) {
    const Experiment experiment = experiment_of(options, scenario);
    const Workload work = workload_of(experiment, cities.of(experiment));
    fmt::print("{}",
               cost_text(experiment, work, {folder_of(options, scenario), options.keep_burn_ins}));
    if (options.timing) fmt::print("{}", cost_parts_text(cost_of(work, threads_in_use())));
  }
}

}  // namespace

int run(const RunOptions& options, const std::vector<std::string>& command_line) {
  bool refused = numbers_refused("run", options);
  std::vector<Scenario> scenarios;
  const bool read = read_all(options, scenarios) == kDone;
  // All that is wrong is told, also of scenarios beside one that cannot be read.
  refused |= options_refused(options, scenarios);
  refused |= names_clash(scenarios);
  refused |= read && !options.dry_run && folders_refused(options, scenarios, command_line);
  if (refused || !read) return kBadInput;
  if (options.dry_run) {
    print_plans(options, scenarios);
    return kDone;
  }
  if (room_is_wanting(options, scenarios)) return kFailed;
  const Interruptible interruptible;  // from the first file on that is made
  std::optional<CityFolder> cities;
  if (open_city_folder("run", options.keep_burn_ins, cities) != kDone) return kBadInput;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const int status = telling_failures<DirectoryRefused>("homeroom", [&] {
      return run_one(options, options.scenarios[i], scenarios[i], cities, command_line);
    });
    if (status != kDone) return status;
  }
  return kDone;
}

}  // namespace homeroom::app
