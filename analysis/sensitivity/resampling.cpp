#include "analysis/sensitivity/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/estimators/quantile.hpp"
#include "sim/core/contracts.hpp"
#include "sim/core/hashed.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::sensitivity {
namespace {

constexpr std::uint64_t kResampleDie = 7;

Interval between(double estimate, std::vector<double> drawn, double level) {
  drawn.erase(std::remove_if(drawn.begin(), drawn.end(), [](double x) { return std::isnan(x); }),
              drawn.end());
  const double none = std::numeric_limits<double>::quiet_NaN();
  if (std::isnan(estimate) || drawn.empty()) return {estimate, none, none};
  std::sort(drawn.begin(), drawn.end());
  return {estimate, estimators::quantile_of_sorted(drawn, (1.0 - level) / 2.0),
          estimators::quantile_of_sorted(drawn, (1.0 + level) / 2.0)};
}

}  // namespace

std::vector<Interval> resampled(std::size_t parts, std::size_t count, const Asked& asked,
                                const Estimates& estimates) {
  HOMEROOM_EXPECT(asked.resamples >= 1 && asked.level > 0 && asked.level < 1);
  std::vector<std::uint32_t> all(parts);
  std::iota(all.begin(), all.end(), 0u);
  std::vector<double> estimate(count);
  estimates(all, estimate.data());

  const auto resamples = static_cast<std::size_t>(asked.resamples);
  std::vector<double> drawn(resamples * count);
  for_each_index(resamples, [&](std::size_t s) {
    const std::uint64_t key = hashed(asked.seed, kResampleDie, s);
    std::vector<std::uint32_t> chosen(parts);
    for (std::size_t i = 0; i < parts; ++i) {
      chosen[i] = static_cast<std::uint32_t>(below(parts, hashed(key, i)));
    }
    estimates(chosen, drawn.data() + s * count);
  });

  std::vector<Interval> intervals;
  for (std::size_t q = 0; q < count; ++q) {
    std::vector<double> of_quantity;
    for (std::size_t s = 0; s < resamples; ++s) of_quantity.push_back(drawn[s * count + q]);
    intervals.push_back(between(estimate[q], std::move(of_quantity), asked.level));
  }
  return intervals;
}

}  // namespace homeroom::sensitivity
