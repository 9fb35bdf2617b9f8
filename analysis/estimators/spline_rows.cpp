#include "analysis/estimators/spline_rows.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <stdexcept>

#include "analysis/estimators/b_splines.hpp"

namespace homeroom::estimators {
namespace {

constexpr std::size_t kMostVariables = kRowValues / kSplineReach;

/// Rows by the first function of each variable that is not 0 there; those alike in their order.
std::vector<std::size_t> places_by(const std::vector<std::uint32_t>& key) {
  std::vector<std::size_t> place(key.size());
  std::iota(place.begin(), place.end(), std::size_t{0});
  std::stable_sort(place.begin(), place.end(),
                   [&](std::size_t a, std::size_t b) { return key[a] < key[b]; });
  return place;
}

/// Each row's values, and the group that they put it in: the first function of each variable.
struct Valued {
  std::vector<double> x;
  std::vector<std::uint32_t> key;
};

Valued values_of(const std::vector<CubicSplines>& splines,
                 const std::vector<std::vector<double>>& variables, std::size_t rows) {
  Valued valued{std::vector<double>(rows * kRowValues, 0.0), std::vector<std::uint32_t>(rows, 0)};
  for (std::size_t v = 0; v < splines.size(); ++v) {
    const auto count = static_cast<std::uint32_t>(splines[v].count());
    for (std::size_t i = 0; i < rows; ++i) {
      const SplineValues at = splines[v].at(variables[v][i]);
      valued.key[i] = valued.key[i] * count + static_cast<std::uint32_t>(at.first);
      std::copy(at.value.begin(), at.value.end(),
                valued.x.begin() + static_cast<std::ptrdiff_t>(i * kRowValues + v * kSplineReach));
    }
  }
  return valued;
}

/// The columns of a group's values: functions of all variables one after the other, without the
/// first of the second variable.
std::array<int, kRowValues> columns_of(std::uint32_t key, const std::vector<CubicSplines>& splines,
                                       int columns) {
  std::array<int, kRowValues> column{};
  column.fill(columns);
  int behind = columns;
  for (std::size_t v = splines.size(); v-- > 0;) {
    const auto count = static_cast<std::uint32_t>(splines[v].count());
    behind -= splines[v].count();
    for (int j = 0; j < kSplineReach; ++j) {
      const int function = static_cast<int>(key % count) + j;
      const bool counts = v == 0 || function > 0;
      column[v * kSplineReach + static_cast<std::size_t>(j)] = counts ? behind + function : columns;
    }
    key /= count;
  }
  return column;
}

}  // namespace

SplineRows spline_rows(const std::vector<std::vector<double>>& variables,
                       const std::vector<double>& y, const std::vector<double>& knot_shares) {
  if (variables.empty() || variables.size() > kMostVariables) {
    throw std::invalid_argument("splines are of one or two variables");
  }
  std::vector<CubicSplines> splines;
  SplineRows made;
  for (const std::vector<double>& values : variables) {
    splines.push_back(splines_at_quantiles(values, knot_shares));
    made.rows.columns += splines.back().count();
  }
  const Valued valued = values_of(splines, variables, y.size());
  made.place = places_by(valued.key);
  for (const std::size_t i : made.place) {
    const std::size_t at = made.rows.size();
    if (at == 0 || valued.key[i] != valued.key[made.place[at - 1]]) {
      made.rows.groups.push_back({at, at, columns_of(valued.key[i], splines, made.rows.columns)});
    }
    made.rows.groups.back().past = at + 1;
    const auto from = valued.x.begin() + static_cast<std::ptrdiff_t>(i * kRowValues);
    made.rows.x.insert(made.rows.x.end(), from, from + kRowValues);
    made.rows.y.push_back(y[i]);
  }
  leave_out_dependent(made.rows);
  return made;
}

}  // namespace homeroom::estimators
