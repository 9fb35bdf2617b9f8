#include "analysis/estimators/difference_in_differences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "analysis/estimators/column.hpp"

namespace homeroom::estimators {
namespace {

/// Rows of units that have more than one.
std::vector<std::size_t> compared_rows(const Adoption& adoption, int& alone) {
  std::map<int, int> rows;
  for (const UnitYear& row : adoption.rows) ++rows[row.unit];
  std::vector<std::size_t> compared;
  alone = 0;
  for (std::size_t i = 0; i < adoption.rows.size(); ++i) {
    if (rows[adoption.rows[i].unit] > 1) {
      compared.push_back(i);
    } else {
      ++alone;
    }
  }
  return compared;
}

/// Less the mean of the unit.
Eigen::VectorXd within(Eigen::VectorXd values, const std::vector<int>& unit) {
  std::map<int, std::pair<double, int>> sums;
  for (std::size_t i = 0; i < unit.size(); ++i) {
    auto& [sum, count] = sums[unit[i]];
    sum += values[static_cast<Eigen::Index>(i)];
    ++count;
  }
  for (std::size_t i = 0; i < unit.size(); ++i) {
    const auto& [sum, count] = sums[unit[i]];
    values[static_cast<Eigen::Index>(i)] -= sum / count;
  }
  return values;
}

std::vector<Column> year_columns(const Adoption& adoption, const std::vector<std::size_t>& rows) {
  std::set<int> years;
  for (const std::size_t i : rows) years.insert(adoption.rows[i].year);
  std::vector<Column> columns;
  for (const int year : years) {
    if (year == *years.begin()) continue;
    columns.emplace_back(fmt::format("year:{}", year), column(rows, [&](std::size_t i) {
                           return adoption.rows[i].year == year;
                         }));
  }
  return columns;
}

void refuse_no_contrast(const Eigen::VectorXd& began) {
  if (began.size() > 0 && began.cwiseAbs().maxCoeff() > 0) return;
  throw std::invalid_argument(
      "nothing began in a unit that was seen before and after; there is no difference to compare");
}

void warn_of_cohorts(const Adoption& adoption, const std::vector<std::size_t>& rows,
                     LinearFit& fit) {
  int first_seen = kNever;
  for (const std::size_t i : rows) first_seen = std::min(first_seen, adoption.rows[i].year);
  std::set<int> cohorts;
  for (const std::size_t i : rows) {
    const int first = adoption.first.at(adoption.rows[i].unit);
    if (first != kNever) cohorts.insert(std::max(first, first_seen));
  }
  if (cohorts.size() < 2) return;
  fit.warnings.push_back(
      fmt::format("it began in {} different years: where what began grows or fades, this compares "
                  "late units with "
                  "early ones; take the event study",
                  cohorts.size()));
}

/// Outcome and columns of the rows, each less the mean of its unit.
LinearModel model_within(const Adoption& adoption, const std::vector<std::size_t>& rows,
                         const std::vector<Column>& controls) {
  std::vector<Column> columns = {
      {kBegan, column(rows, [&](std::size_t i) { return adoption.began(adoption.rows[i]); })}};
  for (const Column& control : controls) {
    columns.emplace_back(control.first, column(rows, [&](std::size_t i) {
                           return control.second[static_cast<Eigen::Index>(i)];
                         }));
  }
  for (Column& year : year_columns(adoption, rows)) columns.push_back(std::move(year));
  LinearModel model;
  model.outcome = adoption.outcome;
  for (const std::size_t i : rows) model.cluster.push_back(adoption.rows[i].unit);
  model.y =
      within(column(rows, [&](std::size_t i) { return adoption.rows[i].outcome; }), model.cluster);
  model.x.resize(model.y.size(), static_cast<Eigen::Index>(columns.size()));
  model.written = model.x;
  for (const auto& [name, values] : columns) {
    const auto place = static_cast<Eigen::Index>(model.names.size());
    model.x.col(place) = within(values, model.cluster);
    model.written.col(place) = values;
    model.names.push_back(name);
  }
  return model;
}

}  // namespace

LinearFit difference_in_differences(const Adoption& adoption, const std::vector<Column>& controls) {
  refuse_faults(adoption);
  int alone = 0;
  const std::vector<std::size_t> rows = compared_rows(adoption, alone);
  const LinearModel model = model_within(adoption, rows, controls);
  refuse_no_contrast(model.x.col(0));
  LinearFit fit = fit_linear(model, {.errors = Errors::Clustered});
  if (alone > 0) {
    fit.warnings.push_back(
        fmt::format("{} units have one row, and say nothing of a change", alone));
  }
  fit.warnings.insert(fit.warnings.end(), adoption.warnings.begin(), adoption.warnings.end());
  warn_of_cohorts(adoption, rows, fit);
  return fit;
}

}  // namespace homeroom::estimators
