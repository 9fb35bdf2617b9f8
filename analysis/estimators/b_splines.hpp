// Cubic B-splines: smooth functions, 0 but on a few intervals each, that add up to any cubic spline
// with the same knots.
//
// Source: de Boor (1978), A Practical Guide to Splines, chapter X, the recurrence (16).
#pragma once

#include <array>
#include <vector>

namespace homeroom::estimators {

/// Functions that are not 0 at one place: a cubic reaches over four intervals.
inline constexpr int kSplineReach = 4;

/// What the functions are at one place: those numbered first, first + 1, ..., all others 0.
struct SplineValues {
  int first = 0;
  std::array<double, kSplineReach> value{};  ///< adds up to 1
};

class CubicSplines {
 public:
  /// Inner knots in rising order, strictly between `low` and `high`, each once; throws
  /// std::invalid_argument otherwise.
  CubicSplines(std::vector<double> inner, double low, double high);
  /// Number of functions: inner knots and four.
  int count() const { return static_cast<int>(knots_.size()) - kSplineReach; }
  /// Outside of [low, high] the cubics of the ends go on.
  SplineValues at(double x) const;

 private:
  std::vector<double> knots_;  ///< with each end four times
};

/// Quantiles (`quantile_of_sorted`) of values of which none is missing; throws
/// std::invalid_argument where there are none.
std::vector<double> quantiles_of(std::vector<double> values, const std::vector<double>& shares);

/// Splines of these values with knots at their quantiles; quantiles that coincide, or that are the
/// lowest or highest value, are left out, as happens where few scores are possible.
CubicSplines splines_at_quantiles(const std::vector<double>& values,
                                  const std::vector<double>& shares);

}  // namespace homeroom::estimators
