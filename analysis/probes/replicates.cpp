#include "analysis/probes/replicates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/estimators/mean_interval.hpp"
#include "analysis/estimators/quantile.hpp"
#include "analysis/estimators/share_interval.hpp"
#include "sim/core/arithmetic.hpp"

namespace homeroom::probes {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<double> known_of(std::vector<double> values) {
  const auto none = [](double value) { return std::isnan(value); };
  values.erase(std::remove_if(values.begin(), values.end(), none), values.end());
  return values;
}

}  // namespace

Told mean_of(const std::vector<double>& all) {
  const estimators::MeanInterval of(known_of(all));
  return {of.mean(), of.low(0.95), of.high(0.95), of.count()};
}

Told quantiles_of(std::vector<double> all) {
  std::vector<double> values = known_of(std::move(all));
  if (values.empty()) return {kNone, kNone, kNone, 0};
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) { return estimators::quantile_of_sorted(values, share); };
  return {at(0.5), at(0.05), at(0.95), values.size()};
}

Told share_of(const std::vector<double>& all) {
  const std::vector<double> events = known_of(all);
  if (events.empty()) return {kNone, kNone, kNone, 0};
  const auto n = static_cast<double>(events.size());
  double sum = 0.0;
  for (const double event : events) sum += event;
  const double share = sum / n;
  const estimators::ShareInterval ends = estimators::share_interval(share, n);
  return {share, std::max(0.0, ends.low), std::min(1.0, ends.high), events.size()};
}

}  // namespace homeroom::probes
