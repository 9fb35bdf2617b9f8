#include "app/audit_lives.hpp"

#include <fmt/format.h>

#include <mutex>

#include "app/interrupt.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/experiment.hpp"
#include "sim/run/replicates.hpp"

namespace homeroom::app {
namespace {

using PrintsByReplicate = std::map<std::uint32_t, LifePrints>;

constexpr int kAtTheEnd = 0;

/// Where the tables of a year stand among those of a run; survival is told at the end.
bool is_yearly(const Batch* batch) { return &batch->definition() != &survival_table(); }

std::vector<const Batch*> tables_in(const ReplicateRecords& records, bool yearly) {
  std::vector<const Batch*> tables = records.batches();
  for (const Batch*& table : tables) {
    if (is_yearly(table) != yearly) table = nullptr;
  }
  return tables;
}

/// Lives one replicate with everything observed, and hands on each year.
std::optional<ReplicateRecords> live_observed(const Scenario& scenario, ReplicatePlan plan,
                                              const TablesReader& read,
                                              const std::function<void()>& year_done) {
  plan.microdata = true;
  plan.groups = true;
  plan.burn_in_rows = plan.burnt_in == nullptr;
  plan.read_year = [&](const ReplicateRecords& year) { read(year.year(), tables_in(year, true)); };
  auto records = run_replicate(scenario, plan, stop_requested(), year_done);
  if (records) read(kAtTheEnd, tables_in(*records, false));
  return records;
}

/// Passes on what a view makes of each table.
TablesReader through(const TableView& view, const TablesReader& read) {
  if (!view) return read;
  return [&view, &read](int year, const std::vector<const Batch*>& tables) {
    std::vector<std::optional<Batch>> seen(tables.size());
    std::vector<const Batch*> passed(tables.size(), nullptr);
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (!tables[i]) continue;
      seen[i] = view(*tables[i]);
      passed[i] = &*seen[i];
    }
    read(year, passed);
  };
}

long long years_lived(const Scenario& scenario) {
  return scenario.run.burn_in_years + scenario.run.policy_years;
}

/// One life up to a year, of which a table is kept.
std::optional<Batch> table_at(const AuditedLife& life, const LifeCheck::Place& place) {
  std::optional<Batch> kept;
  life.live(place.replicate, [&](int year, const std::vector<const Batch*>& tables) {
    if (year == place.year && tables[place.table]) kept = *tables[place.table];
  });
  return kept;
}

}  // namespace

AuditedLife life_of(std::string name, const Scenario& scenario,
                    const std::function<void()>& year_done, TableView view) {
  return {std::move(name),
          [&scenario, &year_done, view = std::move(view)](std::uint32_t replicate,
                                                          const TablesReader& read) {
            ReplicatePlan plan;
            plan.replicate = replicate;
            return live_observed(scenario, plan, through(view, read), year_done).has_value();
          },
          years_lived(scenario)};
}

AuditedLife life_from(std::string name, const Scenario& base, const Scenario& scenario,
                      const std::function<void()>& year_done) {
  return {std::move(name),
          [&base, &scenario, &year_done](std::uint32_t replicate, const TablesReader& read) {
            // The base is lived no longer than its burnt-in city takes.
            Scenario until = base;
            until.run.policy_years = 1;
            ReplicatePlan plan;
            plan.replicate = replicate;
            plan.keep_burnt_in = true;
            plan.microdata = true;
            const auto burnt_in = run_replicate(until, plan, stop_requested(), year_done);
            if (!burnt_in) return false;
            plan.keep_burnt_in = false;
            plan.burnt_in = &*burnt_in->burnt_in;
            plan.zeros = &burnt_in->zeros;
            return live_observed(scenario, plan, read, year_done).has_value();
          },
          years_lived(base) + 1};
}

PrintsByReplicate prints_of(const AuditedLife& life, const std::vector<std::uint32_t>& replicates,
                            int threads) {
  const ThreadLimit limit(threads);
  PrintsByReplicate all;
  std::mutex mutex;
  for_each_replicate(replicates.size(), stop_requested(), [&](std::size_t i) {
    LifePrints prints;
    const bool lived =
        life.live(replicates[i], [&](int year, const std::vector<const Batch*>& tables) {
          for (std::size_t table = 0; table < tables.size(); ++table) {
            if (tables[table]) {
              prints[{year, table}] = audits::fingerprint_of(*tables[table]);
            }
          }
        });
    if (!lived) return;
    const std::lock_guard<std::mutex> lock(mutex);
    all.emplace(replicates[i], std::move(prints));
  });
  return all;
}

LifeCheck check_of(const std::string& name, const PrintsByReplicate& reference,
                   const PrintsByReplicate& other) {
  LifeCheck check{name, other.size(), {}, std::nullopt};
  for (const TableDefinition* table : tables_of_a_run(true)) {
    check.tables.push_back({std::string(table->name)});
  }
  for (const auto& [replicate, prints] : other) {
    const LifePrints& wanted = reference.at(replicate);
    for (const auto& [at, print] : prints) {
      const audits::Fingerprint& equal = wanted.at(at);
      TableCheck& table = check.tables[at.second];
      table.rows += equal.rows;
      table.cells += equal.rows * equal.columns.size();
      table.columns += equal.columns.size();
      std::size_t differing = 0;
      for (std::size_t column = 0; column < equal.columns.size(); ++column) {
        differing += print.columns[column] != equal.columns[column];
      }
      table.differing += differing;
      // What is known at the end comes after every year.
      if (differing == 0) continue;
      if (!check.first || (check.first->replicate == replicate && check.first->year == kAtTheEnd)) {
        check.first = LifeCheck::Place{replicate, at.first, at.second};
      }
    }
  }
  return check;
}

std::string told(const LifeCheck::Place& place, const AuditedLife& reference,
                 const AuditedLife& other) {
  const std::string_view table = tables_of_a_run(true)[place.table]->name;
  const std::string where =
      fmt::format("replicate {}, {}, {}.csv", place.replicate,
                  place.year == kAtTheEnd ? "all years" : std::to_string(place.year), table);
  const auto one = table_at(reference, place), two = table_at(other, place);
  if (!one || !two) return where;
  const auto cell = audits::first_difference(*one, *two);
  if (!cell) return where + ": not so when both were lived once more";
  const std::string row = fmt::format("{}, row {} ({})", where, cell->row + 1, cell->name);
  return cell->column.empty()
             ? fmt::format("{}: {} in the scenario, {} here", row, cell->one, cell->other)
             : fmt::format("{}, {}: {} in the scenario, {} here", row, cell->column, cell->one,
                           cell->other);
}

}  // namespace homeroom::app
