#include "sim/run/experiment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "sim/core/parallel.hpp"
#include "sim/records/waiting_rows.hpp"
#include "sim/run/replicates.hpp"

namespace homeroom {

std::vector<const TableDefinition*> tables_of_a_run(bool microdata) {
  std::vector<const TableDefinition*> tables = {
      &schools_table(),        &models_table(),      &district_table(),
      &events_table(),         &truth_table(),       &truth_models_table(),
      &sustainability_table(), &survival_table(),    &hidden_sustainability_table(),
      &groups_table(),         &truth_groups_table()};
  if (microdata) {
    tables.insert(tables.end(), {&students_table(), &applications_table(), &cutoffs_table(),
                                 &teachers_table(), &neighbourhoods_table()});
  }
  return tables;
}

namespace {

/// Bytes of a replicate's table that are held until it is whole.
constexpr std::size_t kHeld = 1U << 20U;
/// Rows that become text at a time.
constexpr std::size_t kRows = 1U << 14U;

/// A replicate's tables as text, year by year.
class ReplicateRows {
 public:
  ReplicateRows(const Experiment& experiment, const std::filesystem::path& folder,
                std::uint32_t replicate)
      : tables_(tables_of_a_run(experiment.microdata).size()),
        rows_(folder, fmt::format("of_replicate_{}", replicate), tables_, kHeld) {}

  /// Adds what the records hold.
  void add(const ReplicateRecords& records) {
    const auto batches = records.batches();
    for_each_index(tables_, [&](std::size_t table) {
      const std::size_t rows = batches[table]->rows();
      for (std::size_t first = 0; first < rows; first += kRows) {
        std::string text;
        append_csv(text, *batches[table], first, std::min(rows, first + kRows));
        rows_.add(table, text);
      }
    });
  }
  void pass_to(const ReplicateSink& sink) {
    for (std::size_t table = 0; table < tables_; ++table) {
      rows_.take(table, [&](std::string&& slice) {
        std::vector<std::string> texts(tables_);
        texts[table] = std::move(slice);
        sink.write(texts);
      });
    }
  }

 private:
  std::size_t tables_;
  WaitingRows rows_;
};

struct Finished {
  std::uint32_t replicate = 0;
  std::unique_ptr<ReplicateRows> rows;
  Summary summary;
};

/// Passes finished replicates on in their order; those that come early wait.
class InOrder {
 public:
  InOrder(const ReplicateSink& sink, ExperimentOutcome& outcome) : sink_(sink), outcome_(outcome) {}

  void add(std::size_t index, Finished&& finished, const ReplicateRecords& records) {
    const std::lock_guard<std::mutex> lock(mutex_);
    outcome_.times.add(records.times);
    outcome_.student_years += records.student_years;
    waiting_.emplace(index, std::move(finished));
    while (!waiting_.empty() && waiting_.begin()->first == next_) pass_first();
  }
  /// What finished out of order before an interruption.
  void flush() {
    while (!waiting_.empty()) pass_first();
  }

 private:
  void pass_first() {
    Finished& first = waiting_.begin()->second;
    first.rows->pass_to(sink_);
    sink_.finish(first.replicate);
    outcome_.finished.push_back(first.replicate);
    outcome_.summaries.push_back(std::move(first.summary));
    next_ = waiting_.begin()->first + 1;
    waiting_.erase(waiting_.begin());
  }
  const ReplicateSink& sink_;
  ExperimentOutcome& outcome_;
  std::mutex mutex_;
  std::map<std::size_t, Finished> waiting_;
  std::size_t next_ = 0;
};

std::optional<ReplicateRecords> live(const Experiment& experiment, std::uint32_t replicate,
                                     ReplicateRows& rows, const std::atomic<bool>& stop,
                                     const std::function<void()>& year_done) {
  const Scenario& scenario = *experiment.scenario;
  ReplicatePlan plan{replicate, experiment.microdata, experiment.burn_in_rows};
  plan.groups = true;
  plan.district = experiment.district;
  plan.read_year = [&](const ReplicateRecords& year) { rows.add(year); };
  // Applications of years that nobody sees are not kept: a burnt-in city is the same with and
  // without them.
  if (!plan.burn_in_rows) plan.microdata_from = scenario.run.first_year;
  return experiment.burn_ins ? experiment.burn_ins->run(plan, stop, year_done)
                             : run_replicate(scenario, plan, stop, year_done);
}

}  // namespace

ExperimentOutcome run_experiment(const Experiment& experiment, const ReplicateSink& sink,
                                 const std::atomic<bool>& stop,
                                 const std::function<void()>& year_done) {
  ExperimentOutcome outcome;
  InOrder in_order(sink, outcome);
  const ThreadLimit limit(experiment.threads);
  const std::size_t replicates = experiment.replicates.size();
  std::atomic<std::size_t> finished{0};
  // A failed sink stops the replicates that are under way; what was passed on stays.
  for_each_replicate(replicates, stop, [&](std::size_t index) {
    const std::uint32_t replicate = experiment.replicates[index];
    auto rows = std::make_unique<ReplicateRows>(experiment, sink.folder, replicate);
    auto records = live(experiment, replicate, *rows, stop, year_done);
    if (!records) return;
    rows->add(*records);  // what is told of the whole life
    in_order.add(index, {replicate, std::move(rows), std::move(records->summary)}, *records);
    ++finished;
  });
  in_order.flush();
  outcome.interrupted = finished < replicates;
  return outcome;
}

}  // namespace homeroom
