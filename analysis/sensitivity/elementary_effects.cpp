// The elementary effect of a factor on a trajectory is what the outcome changes by where that
// factor alone moves, over the length of the move: Morris (1991), Technometrics 33. mu* is the mean
// of its absolute values: Campolongo, Cariboni and Saltelli (2007), Environmental Modelling and
// Software
// 22. Intervals of mu and mu* are Student's over trajectories; that of sigma is by resampling.
#include "analysis/sensitivity/elementary_effects.hpp"

#include <cmath>

#include "analysis/estimators/student_t.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/whole_parts.hpp"

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

FactorEffects judged(const std::vector<double>& effects, const Asked& asked) {
  FactorEffects found;
  const std::size_t count = effects.size();
  const auto as_is = [&](std::size_t i) { return effects[i]; };
  const auto absolute = [&](std::size_t i) { return std::abs(effects[i]); };
  found.mean = students(moments_of(count, as_is), count, asked.level);
  found.mean_absolute = students(moments_of(count, absolute), count, asked.level);
  if (found.mean_absolute.low < 0) found.mean_absolute.low = 0;
  found.spread =
      resampled(count, 1, asked, [&](const std::vector<std::uint32_t>& parts, double* spread) {
        const auto drawn = [&](std::size_t i) { return effects[parts[i]]; };
        *spread = moments_of(parts.size(), drawn).deviation;
      }).front();
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
    found.factors.push_back(judged(effects, asked));
  }
  return found;
}

}  // namespace homeroom::sensitivity
