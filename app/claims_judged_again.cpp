#include "app/claims_judged_again.hpp"

#include <fmt/format.h>

#include <bit>
#include <optional>

#include "app/interrupt.hpp"
#include "app/kept_cities.hpp"
#include "app/options.hpp"
#include "app/sweep_folder.hpp"
#include "sim/core/parallel.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

bool equal_bits(const std::vector<double>& one, const std::vector<double>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (a != a && b != b);
  });
}

/// Lives one job of the sweep, a city in one replicate under every policy, and compares its runs
/// with those in `lived`; says which one differs.
std::string difference(const SweepOptions& options, SweepPlan& plan,
                       const std::map<std::uint64_t, SweepRun>& lived) {
  std::optional<CityFolder> cities;
  if (open_city_folder("sweep", options.keep_burn_ins, cities) != kDone) return "no city was lived";
  const int shard = plan.shard, shards = plan.shards;
  plan.shards = static_cast<int>(plan.jobs());
  plan.shard = 1 + plan.shards / 2;
  std::string found;
  const SweepSink sink = {[](std::uint64_t) { return false; },
                          [&](const SweepResult& result) {
                            const SweepRun& was = lived.at(result.run);
                            if (equal_bits(was.outcomes, result.outcomes)) return;
                            found = fmt::format("run {}", result.run);
                          }};
  SweepBurnIns burn_ins;
  if (cities) burn_ins = {&cities->folder, cities->program};
  const ThreadLimit limit(options.threads.value_or(0));
  run_sweep(
      plan, sink, stop_requested(), [](bool) {}, burn_ins);
  plan.shard = shard;
  plan.shards = shards;
  return found;
}

}  // namespace

std::string program_of_runs(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder / "sweep.sqlite", error)) return {};
  return CollectedSweep(folder).identity().program;
}

int take_runs_of_another(const SweepOptions& options, ReadySweep& ready, const fs::path& folder) {
  const CollectedSweep collected(folder);
  const std::string& program = collected.identity().program;
  if (collected.identity().fingerprint != ready.fingerprint) {
    throw StoreRefused(fmt::format(
        "{} holds runs of another design than the claim's as it reads now; live it anew in another "
        "folder (-o)",
        folder.string()));
  }
  std::map<std::uint64_t, SweepRun> lived;
  bool failed = false;
  collected.for_each([&](const SweepRun& run) {
    failed = failed || !run.failure.empty();
    lived.emplace(run.run, run);
  });
  if (lived.size() != ready.plan.runs()) {
    throw StoreRefused(
        fmt::format("{} has {} of its {} runs; {} lived them and alone may go on with them",
                    folder.string(), lived.size(), ready.plan.runs(), program));
  }
  const std::string differs = difference(options, ready.plan, lived);
  if (!differs.empty()) {
    throw StoreRefused(fmt::format(
        "{} was lived by {}, and this program lives {} otherwise: its runs cannot be judged by "
        "this one; live the claim anew in another folder (-o)",
        folder.string(), program, differs));
  }
  return failed ? kFailed : kDone;
}

}  // namespace homeroom::app
