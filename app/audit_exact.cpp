// Audits whose answer is yes or no: whether lives that should be the same wrote the same tables.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "analysis/audits/names_back.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "app/audit_lives.hpp"
#include "app/audits.hpp"
#include "app/progress.hpp"
#include "sim/core/counted.hpp"
#include "sim/scenario/relabelled.hpp"
#include "sim/scenario/restated.hpp"

namespace homeroom::app {
namespace {

/// Enough that every kind of event has come about; a replicate more tells hardly more.
constexpr int kReplicates = 4;
constexpr int kMostThreads = 7;

/// A life to check, and how it is lived.
struct Asked {
  AuditedLife life;
  std::vector<std::uint32_t> replicates;
  int threads = 0;  ///< 0: all cores
};

std::vector<std::uint32_t> replicates_of(const AuditOptions& options, int usual) {
  std::vector<std::uint32_t> numbers(static_cast<std::size_t>(options.replicates.value_or(usual)));
  std::iota(numbers.begin(), numbers.end(), 1U);
  return numbers;
}

std::string heading_of(const AuditOptions& options, const Scenario& scenario,
                       const std::string& about, std::size_t replicates) {
  return fmt::format("{}: audit {}: {}\n{} of {} years to {}, seed {}, every table\n\n",
                     scenario.name, options.kind, about, counted(replicates, "replicate"),
                     scenario.run.burn_in_years + scenario.run.policy_years,
                     scenario.run.last_year(), scenario.run.seed);
}

TableCheck sum_of(const LifeCheck& check) {
  TableCheck sum;
  for (const TableCheck& table : check.tables) {
    sum.rows += table.rows;
    sum.cells += table.cells;
    sum.columns += table.columns;
    sum.differing += table.differing;
  }
  return sum;
}

void add_csv(const AuditOptions& options, const Scenario& scenario, const LifeCheck& check,
             std::string& csv) {
  for (const TableCheck& table : check.tables) {
    csv += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", options.kind, scenario.name,
                       estimators::csv_cell(check.name), table.table, check.replicates, table.rows,
                       table.cells, table.columns, table.differing,
                       table.differing == 0 ? "equal" : "differs");
  }
}

std::string tables_that_differ(const LifeCheck& check) {
  std::string names;
  for (const TableCheck& table : check.tables) {
    if (table.differing > 0) names += (names.empty() ? "" : ", ") + table.table;
  }
  return names;
}

long long years_of(const Asked& asked) {
  return asked.life.years * static_cast<long long>(asked.replicates.size());
}

/// Lives the reference and every other life, and compares them.
class ExactAudit {
 public:
  ExactAudit(const AuditOptions& options, const Scenario& scenario, std::string about)
      : options_(options), scenario_(scenario), about_(std::move(about)) {}

  /// What each life calls after a year.
  const std::function<void()>& year_done() const { return year_done_; }

  Audited compare(const Asked& reference, const std::vector<Asked>& others) {
    long long years = years_of(reference);
    for (const Asked& one : others) years += years_of(one);
    std::vector<LifeCheck> checks;
    {
      Progress progress(scenario_.name, years, fmt::format("{} years", years), options_.quiet);
      progress_ = &progress;
      const bool all = live(reference, others, checks);
      progress_ = nullptr;
      if (!all) return {kInterrupted, "", ""};
    }
    return verdict_on(reference, others, checks);
  }

 private:
  bool live(const Asked& reference, const std::vector<Asked>& others,
            std::vector<LifeCheck>& checks) const {
    const auto prints = prints_of(reference.life, reference.replicates, reference.threads);
    if (prints.size() < reference.replicates.size()) return false;
    for (const Asked& one : others) {
      const auto lived = prints_of(one.life, one.replicates, one.threads);
      if (lived.size() < one.replicates.size()) return false;
      checks.push_back(check_of(one.life.name, prints, lived));
    }
    return true;
  }

  Audited verdict_on(const Asked& reference, const std::vector<Asked>& others,
                     const std::vector<LifeCheck>& checks) const {
    Audited found;
    found.text = heading_of(options_, scenario_, about_, reference.replicates.size());
    found.csv = fmt::format("{}table,replicates,rows,cells,columns,columns_differing,verdict\n",
                            kExactHead);
    std::size_t width = 5;
    for (const LifeCheck& check : checks) width = std::max(width, check.name.size());
    found.text += fmt::format("{:<{}}  {:>10}  {:>12}  {:>14}  {:>8}  {}\n", "check", width,
                              "replicates", "rows", "cells", "columns", "verdict");
    std::string first;
    for (std::size_t i = 0; i < checks.size(); ++i) {
      const LifeCheck& check = checks[i];
      const TableCheck sum = sum_of(check);
      found.text +=
          fmt::format("{:<{}}  {:>10}  {:>12}  {:>14}  {:>8}  {}\n", check.name, width,
                      check.replicates, sum.rows, sum.cells, sum.columns,
                      check.passed() ? "equal" : fmt::format("{} columns differ", sum.differing));
      add_csv(options_, scenario_, check, found.csv);
      if (check.passed() || !first.empty()) continue;
      first = fmt::format("{}: {}\ntables that differ: {}\n", check.name,
                          told(*check.first, reference.life, others[i].life),
                          tables_that_differ(check));
    }
    found.text += first.empty() ? "\npassed: every cell of every table is equal\n"
                                : "\nfailed: first of all " + first;
    found.status = first.empty() ? kDone : kFailed;
    return found;
  }

  const AuditOptions& options_;
  const Scenario& scenario_;
  std::string about_;
  Progress* progress_ = nullptr;
  std::function<void()> year_done_ = [this] {
    if (progress_) progress_->step();
  };
};

}  // namespace

Audited audit_null(const AuditOptions& options, const Scenario& scenario) {
  const Restated same = restated(scenario);
  const std::vector<std::uint32_t> replicates = replicates_of(options, kReplicates);
  const int threads = options.threads.value_or(0);
  ExactAudit audit(options, scenario,
                   fmt::format("a policy that restates {} levers with the values that they have, "
                               "against none",
                               same.levers));
  const auto& done = audit.year_done();
  return audit.compare(
      {life_of("", scenario, done), replicates, threads},
      {{life_of("the policy, from the founding on", same.scenario, done), replicates, threads},
       {life_from("the policy, from the base's burnt-in city", scenario, same.scenario, done),
        replicates, threads}});
}

Audited audit_relabel(const AuditOptions& options, const Scenario& scenario) {
  const std::vector<std::uint32_t> replicates = replicates_of(options, kReplicates);
  const int threads = options.threads.value_or(0);
  ExactAudit audit(
      options, scenario,
      fmt::format("{} school models under other names, renamed back", scenario.law.models.size()));
  std::vector<Scenario> renamed;
  std::vector<Asked> asked;
  const NewNames names[] = {reversed_names(scenario), fresh_names(scenario)};
  const char* what[] = {"keys exchanged, first for last", "keys that no model had"};
  renamed.reserve(2);
  for (std::size_t i = 0; i < 2; ++i) {
    Reading reading = relabelled(scenario, names[i]);
    if (!reading.scenario) throw std::runtime_error(format_faults(reading.faults));
    renamed.push_back(std::move(*reading.scenario));
    audits::OldNames back;
    for (const auto& [old, fresh] : names[i]) back[fresh] = old;
    asked.push_back(
        {life_of(what[i], renamed[i], audit.year_done(),
                 [back](const Batch& table) { return audits::named_back(table, back); }),
         replicates, threads});
  }
  const auto as_it_is = [](const Batch& table) { return audits::named_back(table, {}); };
  return audit.compare({life_of("", scenario, audit.year_done(), as_it_is), replicates, threads},
                       asked);
}

Audited audit_threads(const AuditOptions& options, const Scenario& scenario) {
  const std::vector<std::uint32_t> replicates = replicates_of(options, kMostThreads);
  std::vector<int> counts = {2, 3, kMostThreads};
  if (options.threads &&
      std::find(counts.begin(), counts.end(), *options.threads) == counts.end()) {
    counts.push_back(*options.threads);
  }
  ExactAudit audit(options, scenario, "any number of threads against one");
  const auto& done = audit.year_done();
  std::vector<Asked> asked;
  for (const int threads : counts) {
    asked.push_back(
        {life_of(fmt::format("{} threads", threads), scenario, done), replicates, threads});
    // A replicate alone has all threads to itself, and its loops are cut into slices.
    asked.push_back(
        {life_of(fmt::format("the last replicate alone, {} threads", threads), scenario, done),
         {replicates.back()},
         threads});
  }
  return audit.compare({life_of("", scenario, done), replicates, 1}, asked);
}

}  // namespace homeroom::app
