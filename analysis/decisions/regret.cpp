#include "analysis/decisions/regret.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/quantile.hpp"

namespace homeroom::decisions {
namespace {

constexpr double kHigh = 0.9;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

using Table = std::vector<std::vector<double>>;  ///< by future and policy

/// Lives by policy in one future, of the replicates that all policies have.
std::vector<std::vector<Life>> common_lives(const PolicyLives& lives, std::size_t future) {
  std::vector<std::uint32_t> common;
  for (const Life& life : lives.of(0)[future]) common.push_back(life.replicate);
  for (std::size_t policy = 1; policy < lives.policies(); ++policy) {
    std::vector<std::uint32_t> own, both;
    for (const Life& life : lives.of(policy)[future]) own.push_back(life.replicate);
    std::set_intersection(common.begin(), common.end(), own.begin(), own.end(),
                          std::back_inserter(both));
    common.swap(both);
  }
  std::vector<std::vector<Life>> kept(lives.policies());
  for (std::size_t policy = 0; policy < lives.policies(); ++policy) {
    for (const Life& life : lives.of(policy)[future]) {
      if (std::binary_search(common.begin(), common.end(), life.replicate)) {
        kept[policy].push_back(life);
      }
    }
  }
  return kept;
}

Table regret_by_future(const std::vector<LivesByFuture>& by_policy, double sign) {
  Table table(by_policy.front().size());
  for (std::size_t future = 0; future < table.size(); ++future) {
    if (by_policy.front()[future].empty()) continue;
    double best = -std::numeric_limits<double>::infinity();
    for (const LivesByFuture& lives : by_policy) {
      table[future].push_back(sign * mean_of(lives[future]));
      best = std::max(best, table[future].back());
    }
    for (double& value : table[future]) value = best - value;
  }
  return table;
}

/// Mean, high and greatest regret of each policy, one after the other.
std::vector<double> figures_of(const Table& table, std::size_t policies) {
  std::vector<double> figures;
  for (std::size_t policy = 0; policy < policies; ++policy) {
    std::vector<double> values;
    double sum = 0;
    for (const std::vector<double>& future : table) {
      if (future.empty()) continue;
      values.push_back(future[policy]);
      sum += future[policy];
    }
    std::sort(values.begin(), values.end());
    figures.push_back(sum / static_cast<double>(values.size()));
    figures.push_back(estimators::quantile_of_sorted(values, kHigh));
    figures.push_back(values.empty() ? kUnknown : values.back());
  }
  return figures;
}

void count_best(const Table& table, Regrets& all) {
  for (const std::vector<double>& future : table) {
    ++(future.empty() ? all.left_out : all.futures);
    const auto best = std::count(future.begin(), future.end(), 0.0);
    for (std::size_t policy = 0; policy < future.size(); ++policy) {
      if (future[policy] != 0.0) continue;
      ++(best == 1 ? all.policies[policy].best : all.policies[policy].tied);
    }
  }
}

std::vector<std::size_t> least(const std::vector<PolicyRegret>& policies,
                               Figure PolicyRegret::*figure) {
  double low = std::numeric_limits<double>::infinity();
  for (const PolicyRegret& of : policies) low = std::fmin(low, (of.*figure).value);
  std::vector<std::size_t> all;
  for (const PolicyRegret& of : policies) {
    if ((of.*figure).value == low) all.push_back(of.policy);
  }
  return all;
}

}  // namespace

Regrets regrets(const PolicyLives& lives, Better better, std::size_t resamples) {
  const std::size_t policies = lives.policies();
  if (policies == 0) throw std::invalid_argument("there is no policy to regret");
  const double sign = better == Better::Higher ? 1.0 : -1.0;
  std::vector<LivesByFuture> common(policies, LivesByFuture(lives.futures()));
  for (std::size_t future = 0; future < lives.futures(); ++future) {
    std::vector<std::vector<Life>> here = common_lives(lives, future);
    for (std::size_t policy = 0; policy < policies; ++policy) {
      common[policy][future].swap(here[policy]);
    }
  }
  const auto again = [&](std::uint64_t number, Futures which) {
    const Resample resample = resample_of(lives, number, which);
    std::vector<LivesByFuture> drawn;
    for (const LivesByFuture& of : common) drawn.push_back(drawn_again(of, resample));
    return figures_of(regret_by_future(drawn, sign), policies);
  };
  const auto others = figures_of_resamples(
      3 * policies, resamples, [&](std::uint64_t number) { return again(number, Futures::Drawn); });
  const auto same = figures_of_resamples(
      3 * policies, resamples, [&](std::uint64_t number) { return again(number, Futures::Held); });
  Regrets all;
  all.by_future = regret_by_future(common, sign);
  const std::vector<double> figures = figures_of(all.by_future, policies);
  for (std::size_t policy = 0; policy < policies; ++policy) {
    const std::size_t at = 3 * policy;
    PolicyRegret of;
    of.policy = policy;
    of.mean = {figures[at], spread_of(others[at])};
    of.high = {figures[at + 1], spread_of(others[at + 1])};
    of.greatest = {figures[at + 2], spread_of(same[at + 2])};
    all.policies.push_back(of);
  }
  count_best(all.by_future, all);
  all.minimax = least(all.policies, &PolicyRegret::greatest);
  all.least_mean = least(all.policies, &PolicyRegret::mean);
  return all;
}

}  // namespace homeroom::decisions
