#include "analysis/decisions/crossed_variance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <vector>

#include "analysis/estimators/student_t.hpp"

namespace homeroom::decisions {
namespace {

constexpr double kConfidence = 0.95;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// Sums over the lives of one replicate, one future, or all, about a common centre.
struct Sums {
  double count = 0, sum = 0, squares = 0;

  void add(double value) {
    ++count;
    sum += value;
    squares += value * value;
  }
  double mean() const { return sum / count; }
  double spread() const { return std::max(0.0, squares - sum * sum / count); }
};

struct Cells {
  std::vector<Sums> futures;     ///< those with a life
  std::vector<Sums> replicates;  ///< by place; may be empty
  std::vector<double> weights;   ///< of a replicate in the mean over futures
  double replicates_told = 0;    ///< those with a life
  Sums all;
  double centre = 0;  ///< is taken off first: values may be large beside their differences
};

Cells cells_of(const LivesByFuture& lives) {
  Cells cells;
  double futures = 0;
  std::size_t places = 0;
  for (const std::vector<Life>& future : lives) {
    if (future.empty()) continue;
    if (futures++ == 0) cells.centre = future.front().value;
    places = std::max<std::size_t>(places, future.back().replicate + 1);
  }
  cells.replicates.resize(places);
  cells.weights.resize(places);
  for (const std::vector<Life>& future : lives) {
    if (future.empty()) continue;
    Sums& sums = cells.futures.emplace_back();
    for (const Life& life : future) {
      const double value = life.value - cells.centre;
      sums.add(value);
      cells.all.add(value);
      cells.replicates[life.replicate].add(value);
      cells.weights[life.replicate] += 1.0 / (futures * static_cast<double>(future.size()));
    }
  }
  for (const Sums& sums : cells.replicates) cells.replicates_told += sums.count > 0 ? 1 : 0;
  return cells;
}

CrossedVariance variance_of(const Cells& cells) {
  CrossedVariance variance{kUnknown, kUnknown, kUnknown, kUnknown};
  const double n = cells.all.count;
  const auto futures = static_cast<double>(cells.futures.size());
  const double replicates = cells.replicates_told;
  double within = 0, across = 0, future_squares = 0, replicate_squares = 0;
  for (const Sums& future : cells.futures) {
    within += future.spread();
    future_squares += future.count * future.count;
  }
  for (const Sums& sums : cells.replicates) {
    if (sums.count == 0) continue;
    across += sums.spread();
    replicate_squares += sums.count * sums.count;
  }
  if (n > futures) variance.chance = within / (n - futures);
  const double total = n * cells.all.spread();
  const bool nested = replicates == n, alone = futures == n;
  if (alone || futures < 2.0) return variance;
  if (nested) {  // no replicate is in two futures, so that dice and rest are one
    const double future = (total - variance.chance * (n * n - n)) / (n * n - future_squares);
    variance.futures = std::max(0.0, future);
    return variance;
  }
  across /= n - replicates;
  const double a = n * n - future_squares, b = n * n - replicate_squares;
  const double rest = (total - across * a - variance.chance * b) / (n * n - n - a - b);
  // Where rounding alone is left there is nothing.
  variance.rest = std::clamp(rest, 0.0, variance.chance);
  variance.dice = variance.chance - variance.rest;
  variance.futures = std::max(0.0, across - variance.rest);
  return variance;
}

/// Variance of the mean and its degrees of freedom, from mean squares as an analysis of variance
/// of whole tables has them: futures + replicates - rest.
void error_of_crossed(const Cells& cells, FuturesMean& of) {
  const CrossedVariance& v = of.variance;
  const auto futures = static_cast<double>(cells.futures.size());
  const double replicates = cells.replicates_told;
  double each = 0, shared = 0;
  for (const Sums& future : cells.futures) each += 1.0 / (futures * futures * future.count);
  for (const double weight : cells.weights) shared += weight * weight;
  const double rest = v.rest * each;
  const double by_futures = v.futures / futures + rest, by_replicates = v.dice * shared + rest;
  const double variance = by_futures + by_replicates - rest;
  of.by_futures = v.futures / futures;
  of.by_replicates = by_replicates;
  of.by_dice = v.dice * shared;
  of.error = std::sqrt(variance);
  of.degrees = variance * variance /
               (by_futures * by_futures / (futures - 1.0) +
                by_replicates * by_replicates / (replicates - 1.0) +
                rest * rest / ((futures - 1.0) * (replicates - 1.0)));
}

/// One replicate, one future, or other dice in each: means of futures, or lives, are independent.
void error_of_independent(const Cells& cells, FuturesMean& of) {
  Sums means;
  for (const Sums& future : cells.futures) means.add(future.mean());
  if (means.count >= 2.0) {
    of.degrees = means.count - 1.0;
    of.error = std::sqrt(means.spread() / of.degrees / means.count);
    of.by_futures = of.error * of.error;
  } else if (cells.all.count >= 2.0) {
    of.degrees = cells.all.count - 1.0;
    of.error = std::sqrt(of.variance.chance / cells.all.count);
    of.by_replicates = of.error * of.error;
  }
}

/// Lives of draws: by replicate the mean of the draw's futures that have it.
LivesByFuture by_draw(const LivesByFuture& lives, const std::vector<std::size_t>& draws) {
  std::map<std::size_t, std::map<std::uint32_t, Sums>> sums;
  for (std::size_t future = 0; future < lives.size(); ++future) {
    for (const Life& life : lives[future]) sums[draws[future]][life.replicate].add(life.value);
  }
  LivesByFuture together;
  for (const auto& [draw, replicates] : sums) {
    together.emplace_back();
    for (const auto& [replicate, of] : replicates)
      together.back().push_back({replicate, of.mean()});
  }
  return together;
}

void take_error(const FuturesMean& from, FuturesMean& of) {
  if (from.futures < 2) return;
  of.error = from.error;
  of.degrees = from.degrees;
  of.by_futures = from.by_futures;
  of.by_replicates = from.by_replicates;
  of.by_dice = from.by_dice;
}

}  // namespace

CrossedVariance crossed_variance(const LivesByFuture& lives) {
  return variance_of(cells_of(lives));
}

FuturesMean futures_mean(const LivesByFuture& lives, const std::vector<std::size_t>& draws) {
  const Cells cells = cells_of(lives);
  FuturesMean of;
  of.futures = cells.futures.size();
  of.lives = static_cast<std::size_t>(cells.all.count);
  of.error = of.low = of.high = of.degrees = kUnknown;
  of.variance = variance_of(cells);
  double sum = 0;
  for (const Sums& future : cells.futures) sum += future.mean();
  of.mean = cells.centre + sum / static_cast<double>(cells.futures.size());
  if (std::isnan(of.variance.rest)) {
    error_of_independent(cells, of);
  } else {
    error_of_crossed(cells, of);
  }
  if (!draws.empty()) take_error(futures_mean(by_draw(lives, draws)), of);
  if (std::isnan(of.error)) return of;
  const double reach =
      of.error == 0.0 ? 0.0
                      : of.error * estimators::t_within(kConfidence, std::max(1.0, of.degrees));
  of.low = of.mean - reach;
  of.high = of.mean + reach;
  return of;
}

}  // namespace homeroom::decisions
