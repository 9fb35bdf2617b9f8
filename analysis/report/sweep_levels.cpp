#include "analysis/report/sweep_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

#include "analysis/report/csv_rows.hpp"
#include "sim/core/number_from.hpp"

namespace homeroom::report {
namespace {

/// A factor with more values than these was sampled, not set level by level.
constexpr std::size_t kMostLevels = 12;

/// Values of one column, as far as they are few.
struct Values {
  std::set<std::string, std::less<>> few;
  bool numbers = true;
  double low = std::numeric_limits<double>::infinity(), high = -low;

  bool many() const { return few.size() > kMostLevels; }
  void add(std::string_view value) {
    const std::optional<double> number = number_from<double>(value);
    numbers = numbers && number;
    if (number) {
      low = std::min(low, *number);
      high = std::max(high, *number);
    }
    if (!many() && few.find(value) == few.end()) few.emplace(value);
  }
};

SweepFactorLevels levels_of(std::size_t column, const std::string& name, const Values& values) {
  SweepFactorLevels factor{column, name, values.numbers, {}, {}};
  factor.levels.assign(values.few.begin(), values.few.end());
  if (!values.numbers) {
    // A city's own law comes first: with it the others are compared.
    std::stable_partition(factor.levels.begin(), factor.levels.end(),
                          [](const std::string& level) { return level == "none"; });
    return factor;
  }
  const auto number_of = [](const std::string& text) { return *number_from<double>(text); };
  std::sort(factor.levels.begin(), factor.levels.end(),
            [&](const std::string& one, const std::string& other) {
              return number_of(one) < number_of(other);
            });
  for (const std::string& level : factor.levels) factor.places.push_back(number_of(level));
  return factor;
}

std::string told(const std::string& name, const Values& values) {
  if (values.numbers) return fmt::format("{}: {:.4g} to {:.4g}", name, values.low, values.high);
  return fmt::format("{}: {}{}", name, fmt::join(values.few, ", "), values.many() ? ", ..." : "");
}

/// As many points as combinations of the levels of their factors.
bool is_full_grid(const std::vector<Values>& values, std::size_t first, std::size_t points) {
  std::size_t product = 1;
  for (std::size_t i = first; i < values.size(); ++i) {
    if (values[i].many()) return false;
    product *= std::max<std::size_t>(1, values[i].few.size());
  }
  return product == points;
}

}  // namespace

std::size_t SweepFactorLevels::place_of(std::string_view value) const {
  return static_cast<std::size_t>(std::find(levels.begin(), levels.end(), value) - levels.begin());
}

SweepLevels sweep_levels(const Results& results) {
  constexpr std::size_t kAtEveryPoint = 1;
  SweepLevels sweep;
  sweep.columns = {"policy"};
  for (const std::string& column : columns_of(results.file("points.csv"))) {
    if (column != "point") sweep.columns.push_back(column);
  }
  std::vector<std::string> columns = {"status", "point"};
  columns.insert(columns.end(), sweep.columns.begin(), sweep.columns.end());
  std::vector<Values> values(sweep.columns.size());
  CsvRows rows(results.file("runs.csv"), columns);
  while (rows.next()) {
    ++sweep.runs;
    sweep.failed += rows.text(0) != "done";
    sweep.points = std::max(sweep.points, static_cast<std::size_t>(rows.number(1)) + 1);
    for (std::size_t i = 0; i < values.size(); ++i) values[i].add(rows.text(i + 2));
  }
  const bool grid = is_full_grid(values, kAtEveryPoint, sweep.points);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].few.size() < 2) continue;
    if (i < kAtEveryPoint || grid) {
      sweep.crossed.push_back(levels_of(i, sweep.columns[i], values[i]));
    } else {
      sweep.not_crossed.push_back(told(sweep.columns[i], values[i]));
    }
  }
  return sweep;
}

}  // namespace homeroom::report
