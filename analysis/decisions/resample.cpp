#include "analysis/decisions/resample.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "analysis/estimators/quantile.hpp"
#include "sim/chance/draw.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::decisions {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// An analysis has dice of its own: whoever repeats it gets the same figures.
const Dice& dice() {
  static const Dice own(0, 0);
  return own;
}

/// Futures that are drawn together.
std::vector<std::vector<std::size_t>> futures_by_draw(const PolicyLives& lives) {
  std::map<std::size_t, std::vector<std::size_t>> by_draw;
  for (std::size_t future = 0; future < lives.futures(); ++future) {
    by_draw[lives.draws().empty() ? future : lives.draws()[future]].push_back(future);
  }
  std::vector<std::vector<std::size_t>> draws;
  for (auto& [draw, futures] : by_draw) draws.push_back(std::move(futures));
  return draws;
}

}  // namespace

Resample resample_of(const PolicyLives& lives, std::uint64_t number, Futures which) {
  Resample resample;
  const std::vector<std::vector<std::size_t>> draws = futures_by_draw(lives);
  for (std::uint32_t place = 0; place < draws.size(); ++place) {
    const std::size_t drawn = which == Futures::Held
                                  ? place
                                  : dice().below(static_cast<std::uint32_t>(draws.size()),
                                                 Die::ResampleFuture, 0, number, place);
    for (const std::size_t future : draws[drawn]) {
      resample.futures.push_back(future);
      if (!lives.draws().empty()) resample.draws.push_back(place);
    }
  }
  const std::size_t replicates = lives.replicates();
  resample.places.resize(replicates);
  for (std::uint32_t place = 0; place < replicates; ++place) {
    const std::uint32_t drawn = dice().below(static_cast<std::uint32_t>(replicates),
                                             Die::ResampleReplicate, 0, number, place);
    resample.places[drawn].push_back(place);
  }
  return resample;
}

LivesByFuture drawn_again(const LivesByFuture& lives, const Resample& resample) {
  LivesByFuture again(resample.futures.size());
  for (std::size_t i = 0; i < again.size(); ++i) {
    for (const Life& life : lives[resample.futures[i]]) {
      for (const std::uint32_t place : resample.places[life.replicate]) {
        again[i].push_back({place, life.value});
      }
    }
    std::sort(again[i].begin(), again[i].end(),
              [](const Life& one, const Life& other) { return one.replicate < other.replicate; });
  }
  return again;
}

Spread spread_of(std::vector<double> figures) {
  const std::size_t asked = figures.size();
  figures.erase(std::remove_if(figures.begin(), figures.end(),
                               [](double figure) { return std::isnan(figure); }),
                figures.end());
  if (figures.size() < 2 || 2 * figures.size() < asked) return {kUnknown, kUnknown, kUnknown};
  double mean = 0, squares = 0;
  for (const double figure : figures) mean += figure / static_cast<double>(figures.size());
  for (const double figure : figures) squares += (figure - mean) * (figure - mean);
  std::sort(figures.begin(), figures.end());
  return {std::sqrt(squares / static_cast<double>(figures.size() - 1)),
          estimators::quantile_of_sorted(figures, 0.025),
          estimators::quantile_of_sorted(figures, 0.975)};
}

std::vector<std::vector<double>> figures_of_resamples(
    std::size_t figures, std::size_t resamples,
    const std::function<std::vector<double>(std::uint64_t)>& figures_of) {
  std::vector<std::vector<double>> all(figures, std::vector<double>(resamples, kUnknown));
  for_each_index(resamples, [&](std::size_t number) {
    const std::vector<double> of = figures_of(number);
    for (std::size_t i = 0; i < figures; ++i) all[i][number] = of[i];
  });
  return all;
}

}  // namespace homeroom::decisions
