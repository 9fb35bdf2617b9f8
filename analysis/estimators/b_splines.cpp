#include "analysis/estimators/b_splines.hpp"

#include <algorithm>
#include <stdexcept>

#include "analysis/estimators/quantile.hpp"

namespace homeroom::estimators {

CubicSplines::CubicSplines(std::vector<double> inner, double low, double high) {
  knots_.assign(kSplineReach, low);
  knots_.insert(knots_.end(), inner.begin(), inner.end());
  knots_.push_back(high);
  for (std::size_t i = kSplineReach; i < knots_.size(); ++i) {
    if (knots_[i - 1] < knots_[i]) continue;
    throw std::invalid_argument("knots of splines do not rise from the lower to the upper end");
  }
  knots_.insert(knots_.end(), kSplineReach - 1, high);
}

SplineValues CubicSplines::at(double x) const {
  // The interval of x; places beyond an end belong to the last interval before it.
  const auto begin = knots_.begin() + kSplineReach, end = knots_.end() - kSplineReach;
  const auto interval = static_cast<std::size_t>(std::upper_bound(begin, end, x) - knots_.begin());
  SplineValues values;
  values.first = static_cast<int>(interval) - kSplineReach;
  values.value[0] = 1.0;
  // Degree by degree: each function is a mean of two of the degree below.
  for (std::size_t degree = 1; degree < kSplineReach; ++degree) {
    double carried = 0.0;
    for (std::size_t k = 0; k < degree; ++k) {
      const double right = knots_[interval + k], left = knots_[interval + k - degree];
      const double share = values.value[k] / (right - left);
      values.value[k] = carried + (right - x) * share;
      carried = (x - left) * share;
    }
    values.value[degree] = carried;
  }
  return values;
}

std::vector<double> quantiles_of(std::vector<double> values, const std::vector<double>& shares) {
  if (values.empty()) throw std::invalid_argument("no values to take quantiles of");
  std::sort(values.begin(), values.end());
  std::vector<double> quantiles;
  for (const double share : shares) quantiles.push_back(quantile_of_sorted(values, share));
  return quantiles;
}

CubicSplines splines_at_quantiles(const std::vector<double>& values,
                                  const std::vector<double>& shares) {
  std::vector<double> with_ends = shares;
  with_ends.push_back(0.0);
  with_ends.push_back(1.0);
  const std::vector<double> places = quantiles_of(values, with_ends);
  const double low = places[shares.size()], high = places[shares.size() + 1];
  std::vector<double> inner;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (places[i] > (inner.empty() ? low : inner.back()) && places[i] < high) {
      inner.push_back(places[i]);
    }
  }
  return {std::move(inner), low, high};
}

}  // namespace homeroom::estimators
