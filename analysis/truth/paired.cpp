#include "analysis/truth/paired.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

#include "analysis/estimators/mean_interval.hpp"

namespace homeroom::truth {

namespace {

constexpr double kConfidence = 0.95;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double mean_of(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return values.empty() ? kUnknown : sum / static_cast<double>(values.size());
}

/// Sample variance, by two passes: differences are small beside what they are taken of.
double variance_of(const std::vector<double>& values, double mean) {
  if (values.size() < 2) return kUnknown;
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

std::vector<double> known(const std::vector<double>& values) {
  std::vector<double> some;
  for (const double value : values) {
    if (!std::isnan(value)) some.push_back(value);
  }
  return some;
}

}  // namespace

MeanWithError mean_with_error(const std::vector<double>& values) {
  const estimators::MeanInterval of(known(values));
  return {static_cast<int>(of.count()), of.mean(), of.error()};
}

std::vector<double> values_of_ratio(const std::vector<double>& above,
                                    const std::vector<double>& below) {
  std::vector<double> values(above.size(), kUnknown), some_above, some_below;
  for (std::size_t i = 0; i < above.size(); ++i) {
    if (std::isnan(above[i]) || std::isnan(below[i])) continue;
    some_above.push_back(above[i]);
    some_below.push_back(below[i]);
  }
  const double size = mean_of(some_below);
  if (some_below.empty() || size == 0.0) return values;
  const double ratio = mean_of(some_above) / size;
  for (std::size_t i = 0; i < above.size(); ++i) {
    values[i] = ratio + (above[i] - ratio * below[i]) / size;
  }
  return values;
}

PairedDifference paired_difference(const std::vector<double>& base,
                                   const std::vector<double>& alternative) {
  std::vector<double> before, after, differences;
  for (std::size_t i = 0; i < base.size(); ++i) {
    if (std::isnan(base[i]) || std::isnan(alternative[i])) continue;
    before.push_back(base[i]);
    after.push_back(alternative[i]);
    differences.push_back(alternative[i] - base[i]);
  }
  PairedDifference result;
  result.pairs = static_cast<int>(differences.size());
  // A model that only one arm has is still told of, without a difference.
  const bool any = result.pairs > 0;
  result.base = mean_of(any ? before : known(base));
  result.alternative = mean_of(any ? after : known(alternative));
  const estimators::MeanInterval of(differences);
  result.difference = of.mean();
  result.error = of.error();
  result.low = of.low(kConfidence);
  result.high = of.high(kConfidence);
  const double variance = variance_of(differences, result.difference);
  const double apart = variance_of(before, result.base) + variance_of(after, result.alternative);
  result.unpaired = variance > 0.0 ? result.pairs * apart / variance : kUnknown;
  return result;
}

}  // namespace homeroom::truth
