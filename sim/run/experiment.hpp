// Replicates on all cores, written in their order: any number of threads gives equal bytes.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sim/run/kept_burn_ins.hpp"

namespace homeroom {

struct Experiment {
  const Scenario* scenario = nullptr;
  std::vector<std::uint32_t> replicates;  ///< in ascending order
  int threads = 0;                        ///< 0: all cores
  bool microdata = false;
  bool burn_in_rows = false;
  KeptBurnIns* burn_ins = nullptr;  ///< of the scenario's city; null: every burn-in is lived
  // Of a nation alone.
  int district = 0;       ///< this one alone, as a city; 0: all
  bool schools = false;   ///< a row for each of its schools, too
  bool streamed = false;  ///< a district after the other, none kept
};

struct ExperimentOutcome {
  std::vector<Summary> summaries;  ///< of finished replicates, in order
  std::vector<std::uint32_t> finished;
  ChapterTimes times;
  double student_years = 0;
  bool interrupted = false;
};

/// Takes finished replicates, in their order, one at a time.
struct ReplicateSink {
  /// Takes rows of a replicate, table by table; a replicate comes in many parts.
  std::function<void(const std::vector<std::string>& texts)> write;
  /// The replicate is whole.
  std::function<void(std::uint32_t replicate)> finish;
  /// Where rows wait until their replicate is whole and its turn has come.
  std::filesystem::path folder;
};

/// Definitions of the tables that a run writes, in the sink's order.
std::vector<const TableDefinition*> tables_of_a_run(bool microdata);

/// Runs the experiment. An exception of the sink ends it and is passed on. `year_done` counts
/// simulated years and may be called from any thread.
ExperimentOutcome run_experiment(const Experiment& experiment, const ReplicateSink& sink,
                                 const std::atomic<bool>& stop,
                                 const std::function<void()>& year_done);

}  // namespace homeroom
