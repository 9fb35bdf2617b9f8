#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <optional>

#include "app/interrupt.hpp"
#include "app/kept_cities.hpp"
#include "app/progress.hpp"
#include "app/reading_threads.hpp"
#include "app/ready_sweep.hpp"
#include "app/sweep_collect.hpp"
#include "app/sweep_folder.hpp"
#include "app/sweep_live.hpp"
#include "app/sweep_plan_text.hpp"
#include "app/telling_failures.hpp"
#include "sim/core/parallel.hpp"
#include "sim/records/shard_name.hpp"
#include "sim/records/sweep_store.hpp"

namespace homeroom::app {
namespace {

std::filesystem::path folder_of(const SweepOptions& options, const SweepDesign& design) {
  if (!options.output.empty()) return options.output;
  return std::filesystem::path("results") / "sweeps" / design.name;
}

SweepRun row_of(const SweepResult& result) {
  return {result.run,       result.point,
          result.city,      result.policy,
          result.replicate, result.seed,
          result.outcomes,  result.values,
          result.failure,   result.failure.empty() ? "" : result.command};
}

/// Lives this shard's runs into its store.
SweepTold live(const SweepOptions& options, const ReadySweep& ready, SweepStore& store,
               const std::optional<CityFolder>& cities) {
  const SweepPlan& plan = ready.plan;
  const auto runs =
      static_cast<long long>(plan.own_jobs()) * static_cast<long long>(plan.policies());
  std::atomic<long long> failed{0}, here{0};
  Progress progress(ready.design.name, runs, fmt::format("{} runs", runs), options.quiet,
                    [&](double seconds, long long) {
                      return fmt::format(", {:.3g} runs/s, {} failed",
                                         static_cast<double>(here.load()) / seconds, failed.load());
                    });
  const SweepSink sink = {[&](std::uint64_t run) { return store.has(run); },
                          [&](const SweepResult& result) {
                            store.write(row_of(result));
                            ++here;
                            if (!result.failure.empty()) ++failed;
                          }};
  SweepBurnIns burn_ins;
  if (cities) burn_ins = {&cities->folder, cities->program};
  return run_sweep(
      plan, sink, stop_requested(), [&](bool) { progress.step(); }, burn_ins);
}

int tell(const SweepTold& told, const std::filesystem::path& folder) {
  const auto there = told.there > 0 ? fmt::format(", {} were there already", told.there) : "";
  fmt::print(stderr, "homeroom sweep: {} runs done{}, {} failed, in {}\n", told.done, there,
             told.failed, folder.string());
  if (told.interrupted) {
    fmt::print(stderr, "homeroom sweep: interrupted; the same command with --resume goes on\n");
    return kInterrupted;
  }
  if (told.failed > 0) {
    fmt::print(stderr,
               "homeroom sweep: failed runs stand with seed, reason and the command that repeats "
               "each in runs.csv once collected; --resume tries them again\n");
  }
  return told.failed > 0 ? kFailed : kDone;
}

}  // namespace

int sweep_into(const SweepOptions& options, const ReadySweep& ready,
               const std::filesystem::path& folder) {
  std::optional<CityFolder> cities;
  if (open_city_folder("sweep", options.keep_burn_ins, cities) != kDone) return kBadInput;
  leave_design(folder, ready);
  refuse_other_cut(folder, options.shards);
  const ThreadLimit limit(options.threads.value_or(0));
  int status = kDone;
  {
    const std::uint64_t runs = ready.plan.own_jobs() * ready.plan.policies();
    SweepStore store(shard_file(folder, options.shard, options.shards), identity_of(ready),
                     {options.shard, options.shards, runs}, options.resume);
    status = tell(live(options, ready, store, cities), folder);
  }
  if (options.shards > 1 || status == kInterrupted) return status;
  const int collected = collect_folder(folder, true, options.tells_empty);
  return status == kDone ? collected : status;
}

int sweep(const SweepOptions& options) {
  ReadySweep ready;
  {
    const ThreadLimit limit = reading_threads(options.threads);
    if (const int status = read_sweep(options, ready); status != kDone) return status;
  }
  const std::filesystem::path folder = folder_of(options, ready.design);
  if (options.dry_run) {
    fmt::print("{}", sweep_plan_text(ready, folder, options.threads));
    return kDone;
  }
  const Interruptible interruptible;
  return telling_failures<StoreRefused>("homeroom sweep",
                                        [&] { return sweep_into(options, ready, folder); });
}

}  // namespace homeroom::app
