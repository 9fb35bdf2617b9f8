// A nation's districts lived side by side, and summed in their order: any number of threads gives
// equal bytes, whether all live at once or one after the other.
#pragma once

#include <array>
#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sim/observe/nation_records.hpp"
#include "sim/run/experiment.hpp"
#include "sim/run/stopwatch.hpp"

namespace homeroom {

/// Definitions of the tables that a nation's run writes, in the order of texts.
std::vector<const TableDefinition*> tables_of_a_nation(bool schools);

/// What the short table of a run tells of a class of districts in a year, column by column.
inline constexpr std::size_t kNationColumns = 7;
using NationFigures = std::array<double, kNationColumns>;

/// What of a replicate is kept until the run ends: figures by class, of which the last is all, in
/// the first and the last policy year.
struct NationSummary {
  std::vector<NationFigures> first, last;
};
/// Figures of each class, from its sums.
std::vector<NationFigures> figures_of(const std::vector<NationSums>& classes);

struct NationOutcome {
  std::vector<NationSummary> summaries;  ///< of finished replicates, in order
  std::vector<std::uint32_t> finished;
  ChapterTimes times;
  /// Founding and burn-in, and policy years; of a streamed run nothing, since every district lives
  /// both before the next begins.
  TimeSpent burn_in, policy;
  double student_years = 0;
  bool interrupted = false;
};

struct NationSink {
  /// Takes rows of one year of a replicate, table by table.
  std::function<void(const std::vector<std::string>& texts)> write;
  /// The replicate is whole.
  std::function<void(std::uint32_t replicate)> finish;
  /// Where rows of a streamed run wait for their year; not written into by any other.
  std::filesystem::path folder;
};

/// Runs every replicate of a nation, one after the other, each on all cores. An exception of the
/// sink ends it and is passed on. `lived` is told of children times years, from any thread.
NationOutcome run_nation(const Experiment& experiment, const NationSink& sink,
                         const std::atomic<bool>& stop, const std::function<void(int)>& lived);

/// The table that a run prints: by class, the first and the last policy year.
std::string nation_summary_table(const std::vector<NationSummary>& replicates, const Nation& nation,
                                 int first_year, int last_year);

}  // namespace homeroom
