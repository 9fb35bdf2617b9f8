// The elementary effect of a factor on a trajectory is what the outcome changes by where that
// factor alone moves, over the length of the move: Morris (1991), Technometrics 33. mu* is the mean
// of its absolute values: Campolongo, Cariboni and Saltelli (2007), Environmental Modelling and
// Software
// 22. Intervals of mu and mu* are Student's over trajectories. That of sigma is Bonett's (2006,
// Computational Statistics and Data Analysis 50), which does not take effects to be normal:
//   exp(ln(c s^2) -+ z e),  c = n / (n - z),  e = c sqrt((k - (n - 3) / n) / (n - 1))
// is that of its square, k the kurtosis about a mean without the outermost 1 / (2 sqrt(n - 4)).
#include "analysis/sensitivity/elementary_effects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/estimators/student_t.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/whole_parts.hpp"
#include "sim/core/arithmetic.hpp"

namespace homeroom::sensitivity {
namespace {

struct Moments {
  double mean = 0, deviation = 0;
};

template <class Value>
Moments moments_of(std::size_t count, const Value& value) {
  const auto n = static_cast<double>(count);
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < count; ++i) sum += value(i);
  const double mean = sum / n;
  for (std::size_t i = 0; i < count; ++i) squares += (value(i) - mean) * (value(i) - mean);
  return {mean, std::sqrt(squares / (n - 1.0))};
}

Interval students(const Moments& of, std::size_t count, double level) {
  const auto n = static_cast<double>(count);
  const double reach = estimators::t_within(level, n - 1.0) * of.deviation / std::sqrt(n);
  return {of.mean, of.mean - reach, of.mean + reach};
}

/// Mean without a share of the values at either end.
double trimmed_mean(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto cut = static_cast<std::size_t>(share * static_cast<double>(values.size()));
  const std::size_t kept = values.size() - 2 * cut;
  return moments_of(kept, [&](std::size_t i) { return values[cut + i]; }).mean;
}

/// No interval where there are fewer than five effects, or no spread.
Interval bonetts(const std::vector<double>& effects, double level) {
  constexpr std::size_t kFewest = 5;
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Moments of = moments_of(effects.size(), [&](std::size_t i) { return effects[i]; });
  if (of.deviation == 0) return {0, 0, 0};
  if (effects.size() < kFewest) return {of.deviation, none, none};
  const auto n = static_cast<double>(effects.size());
  const double middle = trimmed_mean(effects, 1.0 / (2.0 * std::sqrt(n - 4.0)));
  double fourth = 0;
  for (const double effect : effects) fourth += std::pow((effect - middle) / of.deviation, 4);
  const double kurtosis = n * fourth / ((n - 1.0) * (n - 1.0));
  const double z = normal_quantile(0.5 + level / 2.0), c = n / (n - z);
  const double error = c * std::sqrt((kurtosis - (n - 3.0) / n) / (n - 1.0));
  const double middle_of = c * of.deviation * of.deviation;
  return {of.deviation, std::sqrt(middle_of * std::exp(-z * error)),
          std::sqrt(middle_of * std::exp(z * error))};
}

FactorEffects judged(const std::vector<double>& effects, double level) {
  FactorEffects found;
  const std::size_t count = effects.size();
  const auto as_is = [&](std::size_t i) { return effects[i]; };
  const auto absolute = [&](std::size_t i) { return std::abs(effects[i]); };
  found.mean = students(moments_of(count, as_is), count, level);
  found.mean_absolute = students(moments_of(count, absolute), count, level);
  if (found.mean_absolute.low < 0) found.mean_absolute.low = 0;
  found.spread = bonetts(effects, level);
  return found;
}

}  // namespace

std::vector<std::vector<double>> Morris::effects_of(const DesignOutcome& outcome) const {
  const auto count = static_cast<std::size_t>(factors());
  const std::size_t width = points_of_a_trajectory();
  std::vector<std::vector<double>> effects(count);
  std::vector<double> before(count), after(count);
  for (std::size_t first = 0; first < outcome.values().size(); first += width) {
    const double* rows = outcome.values().data() + first;
    bool whole = true;
    for (std::size_t i = 0; i < width; ++i) whole = whole && !std::isnan(rows[i]);
    if (!whole) continue;
    point(first, before.data());
    for (std::size_t step = 1; step < width; ++step) {
      point(first + step, after.data());
      for (std::size_t f = 0; f < count; ++f) {
        if (after[f] == before[f]) continue;
        effects[f].push_back((rows[step] - rows[step - 1]) / (after[f] - before[f]));
      }
      before.swap(after);
    }
  }
  return effects;
}

ElementaryEffects Morris::effects(const DesignOutcome& outcome, const Asked& asked) const {
  refuse_foreign(*this, outcome);
  const WholeParts whole =
      whole_parts(outcome, points_of_a_trajectory(), asked.leave_out, "trajectories");
  ElementaryEffects found;
  found.trajectories = whole.parts;
  found.left_out = whole.left_out;
  for (const std::vector<double>& effects : effects_of(outcome)) {
    found.factors.push_back(judged(effects, asked.level));
  }
  return found;
}

}  // namespace homeroom::sensitivity
