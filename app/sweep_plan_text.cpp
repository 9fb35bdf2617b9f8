#include "app/sweep_plan_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/cost.hpp"
#include "app/cost_text.hpp"
#include "app/mebibyte.hpp"
#include "app/room_left.hpp"
#include "app/run_plan.hpp"
#include "app/yardstick.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/sweep_cities.hpp"
#include "sim/scenario/scaled.hpp"

namespace homeroom::app {
namespace {

constexpr std::uint64_t kShown = 5;  // points
// Of a run's row in the store and in three tables, as measured: keys, and each number.
constexpr double kRowBytes = 260.0, kNumberBytes = 95.0;
// A shard's log before it is written back (1,000 pages), and its smallest store.
constexpr double kLogBytes = 4.2e6;

/// Costs of one run of an arm; `shared`: it begins from the burnt-in city of another.
struct RunCost {
  double seconds = 0, bytes = 0;  ///< bytes beside the program's own
};

RunCost cost_of_run(const Scenario& scenario, bool shared) {
  Experiment experiment = experiment_of(RunOptions{}, scenario);
  experiment.replicates = {1};
  Workload work = workload_of(experiment, {});
  if (shared) {
    work.lived_years -= scenario.run.burn_in_years;
    work.founded = work.burn_in_lived = 0;
  }
  Workload none = work;
  none.replicates = none.lived_years = none.burn_in_lived = none.founded = 0;
  const int cores = threads_in_use();
  const auto processor = [&](const Workload& of) { return sum_of(cost_of(of, cores).processor); };
  const std::vector<CostTerm> memory = cost_of(work, cores).memory;
  return {processor(work) - processor(none), sum_of(memory) - memory.front().product()};
}

/// Points whose burn-ins differ: what begins with the first policy year leaves them alone.
double burn_ins_by_point(const ReadySweep& ready) {
  double levels = 1;
  for (const SweepFactor& factor : ready.factors) {
    if (is_of_policy(factor.key)) continue;
    if (ready.design.method != SweepMethod::Grid) return static_cast<double>(ready.plan.points);
    levels *= static_cast<double>(factor.levels.size());
  }
  return levels;
}

// The program, scenarios of arms and points as they were read, and the store, as measured.
constexpr double kReadBytes = 38e6;

/// Burnt-in cities that are kept for other policies and points.
double kept_cities(const ReadySweep& ready, const Scenario& scenario, int threads) {
  const auto& keys = ready.plan.keys;
  const bool any = std::any_of(keys.begin(), keys.end(), is_of_policy);
  const bool all = std::all_of(keys.begin(), keys.end(), is_of_policy);
  const bool shared = any && (all || ready.plan.values_repeat);
  if (!shared && ready.plan.policies() == 1) return 0.0;
  const double cities = shared ? burn_ins_by_point(ready) * ready.plan.replicates : threads;
  return bytes_of_kept_cities(cities, scenario.place.children());
}

}  // namespace

std::string sweep_plan_text(const ReadySweep& ready, const std::filesystem::path& folder,
                            std::optional<int> asked) {
  const SweepPlan& plan = ready.plan;
  const int cores = threads_in_use(), threads = asked.value_or(cores);
  const double jobs = static_cast<double>(plan.own_jobs());
  const double workers = std::clamp(jobs, 1.0, static_cast<double>(threads));
  double seconds = 0, memory = 0, kept = 0;
  for (const SweepCity& city : plan.cities) {
    for (std::size_t i = 0; i < city.arms.size(); ++i) {
      const Scenario& whole = *city.arms[i].source.base().scenario;
      const Scenario scenario = plan.divide > 1 ? divided(whole, plan.divide) : whole;
      const RunCost from_founding = cost_of_run(scenario, false),
                    shared = cost_of_run(scenario, true);
      const double founded = i > 0 ? 0.0 : burn_ins_by_point(ready);
      seconds += plan.replicates * (founded * from_founding.seconds +
                                    (static_cast<double>(plan.points) - founded) * shared.seconds);
      memory = std::max(memory, from_founding.bytes);
      kept = std::max(kept, kept_cities(ready, scenario, static_cast<int>(workers)));
    }
  }
  const double bytes = kReadBytes + workers * memory + kept;
  const double share = jobs / static_cast<double>(plan.jobs());
  const double wall = share * seconds * slowness_here() / std::min<double>(workers, cores);
  const auto own = static_cast<double>(plan.own_jobs() * plan.policies());
  const double numbers = static_cast<double>(plan.keys.size() + plan.names().size());
  const double rows = own * (kRowBytes + kNumberBytes * numbers), disk = rows + kLogBytes;
  std::string text = fmt::format(
      "{}: {} runs: {} point{} x {} cit{} x {} polic{} x {} replicate{}\n", ready.design.name,
      plan.runs(), plan.points, plan.points == 1 ? "" : "s", plan.cities.size(),
      plan.cities.size() == 1 ? "y" : "ies", plan.policies(), plan.policies() == 1 ? "y" : "ies",
      plan.replicates, plan.replicates == 1 ? "" : "s");
  text += fmt::format(
      "  shard {} of {}: {} runs; about {} on {}, {:.0f} MiB of memory, {:.1f} MiB on disk in {}, "
      "and up to {:.0f} MiB of a log while it runs\n",
      plan.shard, plan.shards, own, duration_text(wall), threads_text(threads), bytes / kMebibyte,
      rows / kMebibyte, folder.string(), kLogBytes / kMebibyte);
  std::vector<std::string> wants = wants_of_room({{folder, disk}}, Force::Unknown);
  wants.push_back(want_of_memory(bytes, Force::Unknown));
  for (const std::string& want : wants) text += want.empty() ? "" : "  " + want + "\n";
  for (std::uint64_t point = 0; point < std::min(plan.points, kShown); ++point) {
    text += fmt::format("  point {}:", point);
    const std::vector<std::string> values = plan.values_at(point);
    for (std::size_t i = 0; i < values.size(); ++i) {
      text += fmt::format(" {}={}", plan.keys[i], values[i]);
    }
    text += "\n";
  }
  return text;
}

}  // namespace homeroom::app
