#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <optional>

#include "analysis/truth/comparison_tables.hpp"
#include "analysis/truth/comparison_text.hpp"
#include "analysis/truth/school_differences.hpp"
#include "app/compare_arms.hpp"
#include "app/compare_cost.hpp"
#include "app/compare_lives.hpp"
#include "app/cost_text.hpp"
#include "app/interrupt.hpp"
#include "app/kept_cities.hpp"
#include "app/run_manifest.hpp"
#include "app/run_plan.hpp"
#include "app/run_refusals.hpp"
#include "app/telling_failures.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/parallel.hpp"
#include "sim/records/run_directory.hpp"

namespace homeroom::app {
namespace {

std::vector<const TableDefinition*> tables() {
  return {&truth::differences_table(), &truth::moved_table(), &truth::school_differences_table()};
}

std::filesystem::path folder_of(const CompareOptions& options, const Arms& arms) {
  if (!options.output.empty()) return options.output;
  return std::filesystem::path("results") / "compare" / arms.base.name;
}

Experiment experiment_of(const CompareOptions& options, const Arms& arms) {
  RunOptions of_run;
  of_run.threads = options.threads;
  return experiment_of(of_run, arms.base.scenario);
}

Manifest comparison_manifest(const CompareOptions& options, const Arms& arms,
                             const std::vector<std::string>& command_line) {
  Manifest manifest = manifest_of(options.base, experiment_of(options, arms), command_line);
  for (const Arm& arm : arms.alternatives) {
    manifest.alternatives.push_back({arm.name, arm.files, arm.scenario.resolved});
  }
  return manifest;
}

/// Labels of all models that any arm knows.
std::map<std::string, std::string> labels_of(const Arms& arms) {
  std::map<std::string, std::string> labels;
  const auto note = [&](const Scenario& scenario) {
    for (const SchoolModel& model : scenario.law.models) labels.emplace(model.key, model.label);
  };
  note(arms.base.scenario);
  for (const Arm& arm : arms.alternatives) note(arm.scenario);
  return labels;
}

/// Years that are lived in all.
long long years_of(const Arms& arms) {
  const RunPlan& run = arms.base.scenario.run;
  long long years = run.burn_in_years + run.policy_years;
  for (const Arm& arm : arms.alternatives) {
    years += (arm.shares_burn_in ? 0 : run.burn_in_years) + run.policy_years;
  }
  return years * run.replicates;
}

ComparedWork work_of(const CompareOptions& options, const Arms& arms) {
  const Experiment experiment = experiment_of(options, arms);
  CityCount cities(options.keep_burn_ins);
  return compared_work(workload_of(experiment, cities.of(experiment)), arms);
}

void print_plan(const CompareOptions& options, const Arms& arms) {
  const ComparedWork work = work_of(options, arms);
  const Cost cost = cost_of(work, threads_in_use());
  const double replicates = work.lives.replicates;
  fmt::print("{} and {} alternative{}:", arms.base.name, arms.alternatives.size(),
             arms.alternatives.size() == 1 ? "" : "s");
  for (const Arm& arm : arms.alternatives) fmt::print(" {}", arm.name);
  fmt::print("\n  {} replicates of {:.0f} years in all{}; {}", replicates,
             static_cast<double>(years_of(arms)) / replicates, cities_text(work.lives),
             predicted_text(cost, work.lives, {folder_of(options, arms), options.keep_burn_ins}));
  if (options.timing) fmt::print("{}", cost_parts_text(cost));
}

bool room_is_wanting(const CompareOptions& options, const Arms& arms) {
  if (options.force) return false;
  const Cost cost = cost_of(work_of(options, arms), threads_in_use());
  return room_is_wanting(disk_needs(cost, {folder_of(options, arms), options.keep_burn_ins}),
                         sum_of(cost.memory));
}

void write(RunDirectory& directory, const Lived& lived, std::size_t asked) {
  std::vector<std::string> texts(3);
  append_csv(texts[0], truth::differences_of(lived.comparison));
  append_csv(texts[1], truth::moved_of(lived.comparison));
  append_csv(texts[2], truth::school_differences_of(lived.comparison));
  for (std::size_t i = 0; i < lived.finished.size(); ++i) {
    directory.write_replicate(lived.finished[i], i == 0 ? texts : std::vector<std::string>{});
  }
  directory.finish(lived.finished.size() == asked ? "done" : "interrupted", "", utc_now());
}

int compare_arms(const CompareOptions& options, const Arms& arms,
                 const std::vector<std::string>& command_line) {
  const std::filesystem::path folder = folder_of(options, arms);
  const Manifest manifest = comparison_manifest(options, arms, command_line);
  refuse_folder(folder, manifest, tables(), options.force);
  if (room_is_wanting(options, arms)) return kFailed;
  std::optional<CityFolder> cities;
  if (open_city_folder("compare", options.keep_burn_ins, cities) != kDone) return kBadInput;
  std::optional<KeptBurnIns> burn_ins;
  if (cities) burn_ins.emplace(cities->folder, arms.base.scenario, cities->program);
  RunDirectory directory(folder, manifest, tables(), options.force);
  const ThreadLimit limit(options.threads.value_or(0));
  const int replicates = arms.base.scenario.run.replicates;
  Lived lived;
  {
    const long long years = years_of(arms);
    Progress progress(arms.base.name, years, fmt::format("{} years", years), options.quiet);
    try {
      lived = live_side_by_side(arms, replicates, progress, burn_ins ? &*burn_ins : nullptr);
    } catch (const std::exception& error) {
      directory.finish("failed", explained(error), utc_now());
      throw;
    }
  }
  const auto asked = static_cast<std::size_t>(replicates);
  if (cities) tell_kept(*cities, burn_ins->told(), asked, options.quiet);
  write(directory, lived, asked);
  if (lived.finished.size() < asked) {
    fmt::print(stderr,
               "homeroom: interrupted; {} of {} replicates are finished, compared and kept in {}\n",
               lived.finished.size(), asked, folder.string());
    return kInterrupted;
  }
  fmt::print(
      "{}\n± is half of the 95 % confidence interval of the paired difference. Tables are in "
      "{}\n",
      truth::comparison_text(lived.comparison, labels_of(arms)), folder.string());
  return kDone;
}

}  // namespace

int compare(const CompareOptions& options, const std::vector<std::string>& command_line) {
  bool refused = threads_refused("compare", options.threads);
  refused |= city_folder_refused("compare", options.keep_burn_ins);
  Arms arms;
  if (const int status = read_arms(options, arms); status != kDone || refused) return kBadInput;
  if (options.dry_run) {
    print_plan(options, arms);
    return kDone;
  }
  const Interruptible interruptible;
  return telling_failures<DirectoryRefused>(
      "homeroom", [&] { return compare_arms(options, arms, command_line); });
}

}  // namespace homeroom::app
