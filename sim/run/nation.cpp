#include "sim/run/nation.hpp"

#include <memory>
#include <mutex>

#include "sim/core/parallel.hpp"
#include "sim/run/district_life.hpp"
#include "sim/run/replicates.hpp"
#include "sim/run/years_of_districts.hpp"

namespace homeroom {
namespace {

/// One replicate of a nation.
class NationRun {
 public:
  NationRun(const Experiment& experiment, std::uint32_t replicate, const NationSink& sink,
            const std::atomic<bool>& stop, const std::function<void(int)>& lived,
            NationOutcome& outcome)
      : experiment_(experiment),
        scenario_(*experiment.scenario),
        replicate_(replicate),
        sink_(sink),
        stop_(stop),
        lived_(lived),
        outcome_(outcome),
        plans_(plan_districts(*scenario_.nation, scenario_.run.seed, replicate)) {}

  /// False if `stop` was raised meanwhile.
  bool live() { return experiment_.streamed ? one_after_the_other() : all_at_once(); }
  NationSummary summary() && { return std::move(summary_); }

 private:
  bool all_at_once();
  bool one_after_the_other();
  template <class Body>
  bool for_each_district(Body&& body);
  void live(DistrictLife& life, int year, ChapterTimes& times) const;
  bool observed(int year) const {
    return year >= scenario_.run.first_year || experiment_.burn_in_rows;
  }
  RowKey key(int year) const { return {scenario_.name, replicate_, year}; }
  void write(int year, const std::vector<DistrictYear>& districts);
  void write(int year, std::vector<NationSums>&& sums, std::string&& rows,
             std::string&& school_rows);
  void write_rows(std::vector<std::string> texts, std::string&& rows, std::string&& school_rows);

  const Experiment& experiment_;
  const Scenario& scenario_;
  const std::uint32_t replicate_;
  const NationSink& sink_;
  const std::atomic<bool>& stop_;
  const std::function<void(int)>& lived_;
  NationOutcome& outcome_;
  std::vector<DistrictPlan> plans_;
  NationSummary summary_;
  std::mutex mutex_;
};

/// Calls `body(i, times)` for every district, the largest begun first: side by side they end
/// together. Within a district nothing runs side by side as long as others are left to begin.
template <class Body>
bool NationRun::for_each_district(Body&& body) {
  for_each_replicate(plans_.size(), stop_, [&](std::size_t i) {
    ChapterTimes times;
    body(i, times);
    const std::lock_guard<std::mutex> lock(mutex_);
    outcome_.times.add(times);
  });
  return !stop_.load();
}

void NationRun::live(DistrictLife& life, int year, ChapterTimes& times) const {
  life.live(year, times);
  lived_(life.students());
}

/// Every district lives the same year before the next begins: policy may look across districts.
bool NationRun::all_at_once() {
  const RunPlan& run = scenario_.run;
  Stopwatch watch;
  std::vector<std::unique_ptr<DistrictLife>> lives(plans_.size());
  const bool founded = for_each_district([&](std::size_t i, ChapterTimes& times) {
    lives[i] = std::make_unique<DistrictLife>(scenario_, plans_[i], replicate_, times);
    lives[i]->rest();
  });
  watch.add_to(outcome_.burn_in);
  if (!founded) return false;
  for (int year = run.first_year - run.burn_in_years; year <= run.last_year(); ++year) {
    std::vector<DistrictYear> districts(observed(year) ? plans_.size() : 0);
    const bool all_lived = for_each_district([&](std::size_t i, ChapterTimes& times) {
      live(*lives[i], year, times);
      if (observed(year)) districts[i] = lives[i]->observe(key(year), experiment_.schools);
      lives[i]->rest();
    });
    if (!all_lived) return false;
    if (observed(year)) write(year, districts);
    watch.add_to(year < run.first_year ? outcome_.burn_in : outcome_.policy);
  }
  return true;
}

/// A district lives all its years and is gone. Sums and rows go into their years in the order of
/// districts; those of a district that is early wait for the ones before it, which are alive.
bool NationRun::one_after_the_other() {
  const RunPlan& run = scenario_.run;
  const int first = experiment_.burn_in_rows ? run.first_year - run.burn_in_years : run.first_year;
  YearsOfDistricts years(experiment_, sink_.folder, first);
  const bool all_lived = for_each_district([&](std::size_t i, ChapterTimes& times) {
    DistrictLife life(scenario_, plans_[i], replicate_, times);
    std::vector<DistrictYear> seen;
    for (int year = run.first_year - run.burn_in_years; year <= run.last_year(); ++year) {
      if (stop_.load()) return;
      live(life, year, times);
      if (observed(year)) seen.push_back(life.observe(key(year), experiment_.schools));
    }
    years.add(i, plans_[i].size_class, std::move(seen));
  });
  if (!all_lived) return false;
  for (int year = first; year <= run.last_year(); ++year) {
    const auto of = static_cast<std::size_t>(year - first);
    write(year, years.take_sums(of), {}, {});
    years.take_rows(of, [&](std::string&& rows, std::string&& school_rows) {
      write_rows({"", "", ""}, std::move(rows), std::move(school_rows));
    });
  }
  return true;
}

std::string text_of(const Batch& batch) {
  std::string text;
  append_csv(text, batch);
  return text;
}

/// Sums run over districts in their order, which fixes their rounding.
void NationRun::write(int year, const std::vector<DistrictYear>& districts) {
  std::vector<NationSums> sums(scenario_.nation->classes.size());
  std::string rows, school_rows;
  for (std::size_t i = 0; i < districts.size(); ++i) {
    sums[plans_[i].size_class].add(districts[i].sums);
    rows += districts[i].row;
    school_rows += districts[i].school_rows;
  }
  write(year, std::move(sums), std::move(rows), std::move(school_rows));
}

/// `sums`: by class.
void NationRun::write(int year, std::vector<NationSums>&& sums, std::string&& rows,
                      std::string&& school_rows) {
  const auto& classes = scenario_.nation->classes;
  sums.emplace_back();
  for (std::size_t c = 0; c < classes.size(); ++c) sums.back().add(sums[c]);
  Batch nation(nation_table()), by_class(size_classes_table()), models(models_table());
  observe_nation(sums.back(), key(year), nation);
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if (sums[c].districts > 0) observe_size_class(sums[c], classes[c].name, key(year), by_class);
  }
  observe_models(sums.back().schools, scenario_.law_in(year), key(year), models);
  write_rows({text_of(nation), text_of(by_class), text_of(models)}, std::move(rows),
             std::move(school_rows));
  if (year == scenario_.run.first_year) summary_.first = figures_of(sums);
  if (year == scenario_.run.last_year()) summary_.last = figures_of(sums);
}

void NationRun::write_rows(std::vector<std::string> texts, std::string&& rows,
                           std::string&& school_rows) {
  texts.push_back(std::move(rows));
  if (experiment_.schools) texts.push_back(std::move(school_rows));
  sink_.write(texts);
}

}  // namespace

std::vector<const TableDefinition*> tables_of_a_nation(bool schools) {
  std::vector<const TableDefinition*> tables = {&nation_table(), &size_classes_table(),
                                                &models_table(), &districts_table()};
  if (schools) tables.push_back(&nation_schools_table());
  return tables;
}

NationOutcome run_nation(const Experiment& experiment, const NationSink& sink,
                         const std::atomic<bool>& stop, const std::function<void(int)>& lived) {
  NationOutcome outcome;
  const ThreadLimit limit(experiment.threads);
  std::atomic<long long> student_years{0};
  const std::function<void(int)> counted = [&](int students) {
    student_years += students;
    lived(students);
  };
  for (const std::uint32_t replicate : experiment.replicates) {
    NationRun run(experiment, replicate, sink, stop, counted, outcome);
    outcome.interrupted = !run.live();
    if (outcome.interrupted) break;
    sink.finish(replicate);
    outcome.finished.push_back(replicate);
    outcome.summaries.push_back(std::move(run).summary());
  }
  outcome.student_years = static_cast<double>(student_years.load());
  return outcome;
}

}  // namespace homeroom
