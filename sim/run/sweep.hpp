// The runs of a sweep: which there are, in which order a shard lives them, and what each leaves.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sim/run/burn_in_folder.hpp"
#include "sim/run/outcome.hpp"
#include "sim/run/sweep_order.hpp"
#include "sim/scenario/scenario_source.hpp"

namespace homeroom {

/// A city under one policy, perhaps with settings of its own.
struct SweepArm {
  std::string policy;  ///< name of the arm: of the set, or "none": the city's own law
  std::string asked;   ///< the set as `homeroom run --policy` takes it; "none"
  ScenarioSource source;
  std::vector<std::string> settings = {};  ///< KEY=VALUE of this arm alone
  bool own_burn_in = false;                ///< they change something before the policy years
};

struct SweepCity {
  std::string name, file;
  std::string asked;           ///< as a design names it from whatever folder
  std::vector<SweepArm> arms;  ///< the same policies in every city
};

/// Takes numbers out of one run that its outcomes do not have: what an analysis says of it.
class RunReader {
 public:
  virtual ~RunReader() = default;
  /// The next policy year, alone in its tables.
  virtual void add(const ReplicateRecords& year) = 0;
  /// After the last of them; NaN: there is none.
  virtual std::vector<double> values() = 0;
};

struct SweepPlan {
  std::vector<SweepCity> cities;
  std::vector<std::string> keys;  ///< of the factors
  std::uint64_t points = 0;
  /// Levels of each factor where points are all their combinations, the last fastest; else empty.
  std::vector<std::uint64_t> levels;
  bool values_repeat = true;  ///< a factor may have one value at several points
  /// Values of the factors at a point, as they stand after KEY=; callable from any thread.
  std::function<std::vector<std::string>(std::uint64_t point)> values_at;
  std::vector<std::string> settings;  ///< KEY=VALUE of every run, for the command that repeats one
  std::vector<Outcome> outcomes;
  std::vector<std::string> read;  ///< names of what a reader gives, beside the outcomes
  std::function<std::unique_ptr<RunReader>()> reader;  ///< one for each run; where there is any
  std::uint32_t replicates = 1, first_replicate = 1;
  int divide = 1;  ///< one part in so many of each city is lived (sim/scenario/scaled.hpp)
  int shard = 1, shards = 1;

  /// Of outcomes, then of what is read.
  std::vector<std::string> names() const;
  std::uint64_t policies() const { return cities.front().arms.size(); }
  /// All runs, of all shards. Runs are numbered by point, city, policy and replicate, the last
  /// fastest.
  std::uint64_t runs() const { return jobs() * policies(); }
  /// Runs of one point, city and replicate, under every policy in turn: they share a burn-in.
  std::uint64_t jobs() const { return points * cities.size() * replicates; }
  /// Jobs of this plan's shard: a stretch of the order of all.
  std::uint64_t own_jobs() const { return first_place(shard + 1) - first_place(shard); }
  /// Where a shard's stretch begins.
  std::uint64_t first_place(int of_shard) const;
  /// The order of all jobs (sweep_order.hpp).
  BalancedOrder order() const;
};

/// What one run leaves behind.
struct SweepResult {
  std::uint64_t run = 0, point = 0;
  std::string city, policy;
  std::uint32_t replicate = 0;
  std::uint64_t seed = 0;
  std::vector<std::string> values;  ///< of the factors
  std::vector<double> outcomes;     ///< none where it failed
  std::string failure;              ///< empty: it is done
  std::string command;              ///< that repeats it alone
};

/// Where results go; called from one thread at a time.
struct SweepSink {
  std::function<bool(std::uint64_t run)> has;  ///< it is there already
  std::function<void(const SweepResult&)> take;
};

struct SweepTold {
  std::uint64_t there = 0, done = 0, failed = 0;
  bool interrupted = false;
};

/// Burnt-in cities on the disk, to begin from and to leave.
struct SweepBurnIns {
  const BurnInFolder* folder = nullptr;  ///< null: none
  std::string program;                   ///< whose cities they are
};

/// Lives the runs of the plan's shard that the sink does not have. A run that fails is told to the
/// sink, and the rest goes on; an exception of the sink ends the sweep and is passed on. `run_over`
/// is called after each run, also one that was there, from any thread.
SweepTold run_sweep(const SweepPlan& plan, const SweepSink& sink, const std::atomic<bool>& stop,
                    const std::function<void(bool failed)>& run_over,
                    const SweepBurnIns& burn_ins = {});

/// The command that lives one run alone and writes all its tables.
std::string command_of(const SweepPlan& plan, const SweepCity& city, const SweepArm& arm,
                       std::uint32_t replicate, const std::vector<std::string>& values);

}  // namespace homeroom
