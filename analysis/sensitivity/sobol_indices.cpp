// With a, b and c_i the outcomes of rows A, B and A with factor i from B, of one base point, about
// their common mean, and V the variance of all a and b:
//   S_i = mean of b (c_i - a) / V        Saltelli et al. (2010), Table 2, (b)
//   T_i = mean of (a - c_i)^2 / 2 / V    Jansen (1999), Computer Physics Communications 117; (f)
#include "analysis/sensitivity/sobol_indices.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "analysis/sensitivity/sobol_pick_freeze.hpp"
#include "analysis/sensitivity/whole_parts.hpp"

namespace homeroom::sensitivity {
namespace {

/// What base points add up to.
struct Sums {
  explicit Sums(std::size_t factors) : moved(factors), with_b(factors), squared(factors) {}
  double outcome = 0, outcome_squared = 0;     // of rows A and B
  std::vector<double> moved, with_b, squared;  // of c - a: itself, times b, its square

  void add(const double* rows) {
    const double a = rows[0], b = rows[1];
    outcome += a + b;
    outcome_squared += a * a + b * b;
    for (std::size_t f = 0; f < moved.size(); ++f) {
      const double change = rows[f + 2] - a;
      moved[f] += change;
      with_b[f] += b * change;
      squared[f] += change * change;
    }
  }
};

struct Moments {
  double mean = 0, variance = 0;
};

Moments moments_of(const Sums& sums, double base_points) {
  const double mean = sums.outcome / (2.0 * base_points);
  const double about = sums.outcome_squared - 2.0 * base_points * mean * mean;
  return {mean, std::max(0.0, about) / (2.0 * base_points - 1.0)};
}

/// First-order indices, total indices, and the sum of the former.
void put_indices(const Sums& sums, double base_points, double* quantities) {
  const std::size_t factors = sums.moved.size();
  const Moments of = moments_of(sums, base_points);
  const double scale = of.variance > 0 ? 1.0 / (base_points * of.variance)
                                       : std::numeric_limits<double>::quiet_NaN();
  double together = 0;
  for (std::size_t f = 0; f < factors; ++f) {
    quantities[f] = (sums.with_b[f] - of.mean * sums.moved[f]) * scale;
    quantities[factors + f] = sums.squared[f] / 2.0 * scale;
    together += quantities[f];
  }
  quantities[2 * factors] = together;
}

/// About the mean of all rows, so that squares of large numbers do not drown small differences.
/// Returns that mean. An outcome that is the same everywhere becomes 0 everywhere.
double centre(std::vector<double>& values) {
  const double middle = values.front();
  for (double& value : values) value -= middle;
  const double mean =
      std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  for (double& value : values) value -= mean;
  return middle + mean;
}

}  // namespace

SobolIndices SobolPickFreeze::indices(const DesignOutcome& outcome, const Asked& asked) const {
  refuse_foreign(*this, outcome);
  WholeParts whole = whole_parts(outcome, rows_of_a_base_point(), asked.leave_out, "base points");
  const double middle = centre(whole.values);
  const auto count = static_cast<std::size_t>(factors());
  const std::size_t width = rows_of_a_base_point();
  const auto summed = [&](const std::vector<std::uint32_t>& parts) {
    Sums sums(count);
    for (const std::uint32_t part : parts) sums.add(whole.values.data() + part * width);
    return sums;
  };
  const auto intervals =
      resampled(whole.parts, 2 * count + 1, asked,
                [&](const std::vector<std::uint32_t>& parts, double* quantities) {
                  put_indices(summed(parts), static_cast<double>(parts.size()), quantities);
                });
  std::vector<std::uint32_t> all(whole.parts);
  std::iota(all.begin(), all.end(), 0u);
  const Moments moments = moments_of(summed(all), static_cast<double>(whole.parts));

  SobolIndices found;
  for (std::size_t f = 0; f < count; ++f) {
    found.factors.push_back({intervals[f], intervals[count + f]});
  }
  found.first_together = intervals[2 * count];
  found.mean = middle + moments.mean;
  found.variance = moments.variance;
  found.base_points = whole.parts;
  found.left_out = whole.left_out;
  return found;
}

}  // namespace homeroom::sensitivity
