#include "analysis/estimators/median_interval.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/estimators/moments.hpp"

namespace homeroom::estimators {
namespace {

/// That of n coins no more than k fall on one side, k = 0, 1, ... below n / 2.
std::vector<double> tails(std::size_t n) {
  std::vector<double> tail;
  const auto coins = static_cast<double>(n);
  double log_term = -coins * std::log(2.0), sum = 0;
  for (std::size_t k = 0; 2 * k < n; ++k) {
    const auto heads = static_cast<double>(k);
    if (k > 0) log_term += std::log((coins - heads + 1.0) / heads);
    sum += std::exp(log_term);
    tail.push_back(sum);
  }
  return tail;
}

}  // namespace

MedianInterval median_interval(std::vector<double> values, double confidence) {
  MedianInterval about{kMissing, kMissing, kMissing};
  const std::size_t n = values.size();
  if (n == 0) return about;
  std::sort(values.begin(), values.end());
  about.median = 0.5 * (values[(n - 1) / 2] + values[n / 2]);
  // Values k from either end, counted from 0, hold the median with 1 - 2 tail[k].
  const std::vector<double> tail = tails(n);
  std::size_t k = 0;
  while (k < tail.size() && 1.0 - 2.0 * tail[k] >= confidence) ++k;
  if (k == 0) return about;
  const double outer = 1.0 - 2.0 * tail[k - 1], inner = k < tail.size() ? 1.0 - 2.0 * tail[k] : 0.0;
  const double share = (outer - confidence) / (outer - inner);
  const auto size = static_cast<double>(n), from = static_cast<double>(k);
  const double way = (size - from) * share / (from + (size - 2.0 * from) * share);
  about.low = (1.0 - way) * values[k - 1] + way * values[k];
  about.high = (1.0 - way) * values[n - k] + way * values[n - 1 - k];
  return about;
}

}  // namespace homeroom::estimators
