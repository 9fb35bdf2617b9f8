#include "analysis/report/sweep_outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "analysis/report/csv_rows.hpp"

namespace homeroom::report {
namespace {

/// More levels than these are told in bins that hold as many runs each.
constexpr std::size_t kMostLevels = 12;
constexpr std::size_t kBins = 8;

bool number_in(const std::string& text, double& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

std::vector<double> numbers_in(const std::set<std::string>& levels) {
  std::vector<double> numbers;
  for (const std::string& level : levels) {
    double number = 0;
    if (!number_in(level, number)) return {};
    numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

/// Levels of one factor, and to which of them a value belongs.
class Levels {
 public:
  Levels(std::string name, const std::set<std::string>& values) : values_(numbers_in(values)) {
    told.name = std::move(name);
    told.is_number = !values_.empty();
    if (!told.is_number) {
      told.levels.assign(values.begin(), values.end());
    } else if (values_.size() <= kMostLevels) {
      edges_ = values_;
      for (const double value : values_) add_level(value, fmt::format("{}", value));
    } else {
      add_bins();
    }
  }

  std::size_t place_of(const std::string& value) const {
    if (!told.is_number) {
      return static_cast<std::size_t>(
          std::lower_bound(told.levels.begin(), told.levels.end(), value) - told.levels.begin());
    }
    double number = 0;
    number_in(value, number);
    const auto edge = std::lower_bound(edges_.begin(), edges_.end(), number);
    return std::min(static_cast<std::size_t>(edge - edges_.begin()), edges_.size() - 1);
  }

  SweepFactorLevels told;

 private:
  void add_level(double place, std::string text) {
    told.places.push_back(place);
    told.levels.push_back(std::move(text));
  }
  void add_bins() {
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      const std::size_t first = bin * values_.size() / kBins;
      const std::size_t past = (bin + 1) * values_.size() / kBins;
      double sum = 0;
      for (std::size_t i = first; i < past; ++i) sum += values_[i];
      edges_.push_back(values_[past - 1]);
      add_level(sum / static_cast<double>(past - first),
                fmt::format("{:.4g} to {:.4g}", values_[first], values_[past - 1]));
    }
  }
  std::vector<double> values_, edges_;  ///< edges: the greatest value of each level
};

std::vector<std::string> factor_columns(const Results& results) {
  std::vector<std::string> columns = {"scenario", "policy"};
  for (const std::string& column : columns_of(results.file("points.csv"))) {
    if (column != "point") columns.push_back(column);
  }
  return columns;
}

std::vector<std::string> outcome_columns(const Results& results,
                                         const std::vector<std::string>& factors) {
  std::set<std::string> others = {"run",    "point",   "replicate", "seed",
                                  "status", "failure", "command"};
  others.insert(factors.begin(), factors.end());
  std::vector<std::string> outcomes;
  for (const std::string& column : columns_of(results.file("runs.csv"))) {
    if (others.count(column) == 0) outcomes.push_back(column);
  }
  return outcomes;
}

/// The first reading: levels of every factor that has more than one.
std::vector<std::pair<std::size_t, Levels>> levels_of(const Results& results,
                                                      const std::vector<std::string>& factors,
                                                      SweepOutcomes& sweep) {
  std::vector<std::string> columns = {"status", "point"};
  columns.insert(columns.end(), factors.begin(), factors.end());
  std::vector<std::set<std::string>> values(factors.size());
  std::set<std::string> points;
  CsvRows rows(results.file("runs.csv"), columns);
  while (rows.next()) {
    ++sweep.runs;
    sweep.failed += rows.text(0) != "done";
    points.emplace(rows.text(1));
    for (std::size_t i = 0; i < factors.size(); ++i) values[i].emplace(rows.text(i + 2));
  }
  sweep.points = static_cast<int>(points.size());
  std::vector<std::pair<std::size_t, Levels>> levels;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    if (values[i].size() > 1) levels.emplace_back(i, Levels(factors[i], values[i]));
  }
  return levels;
}

struct Sum {
  double sum = 0;
  int count = 0;
};
using Sums = std::vector<std::vector<std::vector<std::map<int, Sum>>>>;

void add_run(const CsvRows& rows, const std::vector<std::pair<std::size_t, Levels>>& levels,
             std::size_t outcomes, std::size_t factors, Sums& sums) {
  for (std::size_t f = 0; f < levels.size(); ++f) {
    const std::string value(rows.text(2 + levels[f].first));
    const std::size_t level = levels[f].second.place_of(value);
    for (std::size_t o = 0; o < outcomes; ++o) {
      const double outcome = rows.number(2 + factors + o);
      if (!std::isfinite(outcome)) continue;
      Sum& sum = sums[o][f][level][rows.whole(1)];
      sum.sum += outcome;
      ++sum.count;
    }
  }
}

}  // namespace

SweepOutcomes sweep_outcomes(const Results& results) {
  SweepOutcomes sweep;
  const std::vector<std::string> factors = factor_columns(results);
  sweep.outcomes = outcome_columns(results, factors);
  const auto levels = levels_of(results, factors, sweep);
  Sums sums(sweep.outcomes.size());
  for (auto& outcome : sums) {
    for (const auto& [column, of] : levels) outcome.emplace_back(of.told.levels.size());
  }
  std::vector<std::string> columns = {"status", "replicate"};
  columns.insert(columns.end(), factors.begin(), factors.end());
  columns.insert(columns.end(), sweep.outcomes.begin(), sweep.outcomes.end());
  CsvRows rows(results.file("runs.csv"), columns);
  while (rows.next()) {
    if (rows.text(0) == "done") add_run(rows, levels, sweep.outcomes.size(), factors.size(), sums);
  }
  for (const auto& [column, of] : levels) sweep.factors.push_back(of.told);
  for (const auto& outcome : sums) {
    auto& by_factor = sweep.means.emplace_back();
    for (const auto& factor : outcome) {
      auto& by_level = by_factor.emplace_back();
      for (const auto& level : factor) {
        Lives& lives = by_level.emplace_back();
        for (const auto& [replicate, sum] : level) lives[replicate] = sum.sum / sum.count;
      }
    }
  }
  return sweep;
}

}  // namespace homeroom::report
