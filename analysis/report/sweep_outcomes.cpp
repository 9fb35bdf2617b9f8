#include "analysis/report/sweep_outcomes.hpp"

#include <cmath>
#include <set>

#include "analysis/report/csv_rows.hpp"

namespace homeroom::report {
namespace {

std::vector<std::string> outcome_columns(const Results& results, const SweepLevels& levels) {
  std::set<std::string> others = {"run",  "point",  "scenario", "replicate",
                                  "seed", "status", "failure",  "command"};
  others.insert(levels.columns.begin(), levels.columns.end());
  std::vector<std::string> outcomes;
  for (const std::string& column : columns_of(results.file("runs.csv"))) {
    if (others.count(column) == 0) outcomes.push_back(column);
  }
  return outcomes;
}

struct Sum {
  double sum = 0;
  int count = 0;
};
/// By outcome, crossed factor, level and replicate.
using Sums = std::vector<std::vector<std::vector<std::map<int, Sum>>>>;

void add_run(const CsvRows& rows, const SweepLevels& levels, Sums& sums) {
  for (std::size_t f = 0; f < levels.crossed.size(); ++f) {
    const SweepFactorLevels& factor = levels.crossed[f];
    const std::size_t level = factor.place_of(rows.text(2 + factor.column));
    for (std::size_t o = 0; o < sums.size(); ++o) {
      const double outcome = rows.number(2 + levels.columns.size() + o);
      if (!std::isfinite(outcome)) continue;
      // Policies may be more than are held.
      if (level == factor.levels.size()) continue;
      Sum& sum = sums[o][f][level][rows.whole(1)];
      sum.sum += outcome;
      ++sum.count;
    }
  }
}

std::vector<std::vector<Lives>> means_of(const Sums::value_type& factors) {
  std::vector<std::vector<Lives>> means;
  for (const auto& levels : factors) {
    auto& by_level = means.emplace_back();
    for (const auto& replicates : levels) {
      Lives& lives = by_level.emplace_back();
      for (const auto& [replicate, sum] : replicates) lives[replicate] = sum.sum / sum.count;
    }
  }
  return means;
}

}  // namespace

SweepOutcomes sweep_outcomes(const Results& results) {
  SweepOutcomes sweep;
  sweep.levels = sweep_levels(results);
  sweep.outcomes = outcome_columns(results, sweep.levels);
  Sums sums(sweep.outcomes.size());
  for (auto& outcome : sums) {
    for (const SweepFactorLevels& factor : sweep.levels.crossed) {
      outcome.emplace_back(factor.levels.size());
    }
  }
  std::vector<std::string> columns = {"status", "replicate"};
  columns.insert(columns.end(), sweep.levels.columns.begin(), sweep.levels.columns.end());
  columns.insert(columns.end(), sweep.outcomes.begin(), sweep.outcomes.end());
  CsvRows rows(results.file("runs.csv"), columns);
  while (rows.next()) {
    if (rows.text(0) == "done") add_run(rows, sweep.levels, sums);
  }
  for (const auto& outcome : sums) sweep.means.push_back(means_of(outcome));
  return sweep;
}

}  // namespace homeroom::report
