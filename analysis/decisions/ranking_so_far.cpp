#include "analysis/decisions/ranking_so_far.hpp"

#include <algorithm>

namespace homeroom::decisions {
namespace {

/// By future, how many policies have each replicate.
std::vector<std::vector<std::size_t>> policies_with(const PolicyLives& lives) {
  std::vector<std::vector<std::size_t>> counts(lives.futures(),
                                               std::vector<std::size_t>(lives.replicates(), 0));
  for (std::size_t policy = 0; policy < lives.policies(); ++policy) {
    for (std::size_t future = 0; future < lives.futures(); ++future) {
      for (const Life& life : lives.of(policy)[future]) ++counts[future][life.replicate];
    }
  }
  return counts;
}

struct Taken {
  std::vector<char> futures, replicates;

  std::size_t count(const std::vector<char>& which) const {
    return static_cast<std::size_t>(std::count(which.begin(), which.end(), 1));
  }
  std::size_t lives() const { return count(futures) * count(replicates); }
};

/// Whole replicates over all futures, or whole futures over all replicates.
Taken taken_of(const PolicyLives& lives) {
  const std::vector<char> futures(lives.futures(), 1), replicates(lives.replicates(), 1);
  Taken by_replicate{futures, replicates}, by_future{futures, replicates};
  const auto counts = policies_with(lives);
  for (std::size_t future = 0; future < lives.futures(); ++future) {
    for (std::size_t replicate = 0; replicate < lives.replicates(); ++replicate) {
      if (counts[future][replicate] == lives.policies()) continue;
      by_replicate.replicates[replicate] = 0;
      by_future.futures[future] = 0;
    }
  }
  return by_future.lives() > by_replicate.lives() ? by_future : by_replicate;
}

/// Sums over the futures that are taken, by replicate that is.
std::vector<double> sums_of(const LivesByFuture& lives, const Taken& taken) {
  std::vector<double> sums(taken.replicates.size(), 0.0), kept;
  for (std::size_t future = 0; future < lives.size(); ++future) {
    if (!taken.futures[future]) continue;
    for (const Life& life : lives[future]) sums[life.replicate] += life.value;
  }
  for (std::size_t replicate = 0; replicate < sums.size(); ++replicate) {
    if (taken.replicates[replicate]) kept.push_back(sums[replicate]);
  }
  return kept;
}

}  // namespace

RankingSoFar ranking_so_far(const PolicyLives& lives, Better better) {
  const double sign = better == Better::Higher ? 1.0 : -1.0;
  const Taken taken = taken_of(lives);
  RankingSoFar ranking;
  ranking.futures = taken.count(taken.futures);
  ranking.replicates = ranking.futures > 0 ? taken.count(taken.replicates) : 0;
  std::vector<std::vector<double>> sums;
  std::vector<double> totals;
  for (std::size_t policy = 0; policy < lives.policies(); ++policy) {
    sums.push_back(sums_of(lives.of(policy), taken));
    sums.back().resize(ranking.replicates);
    totals.push_back(0.0);
    for (const double sum : sums.back()) totals.back() += sign * sum;
  }
  if (totals.empty()) return ranking;
  ranking.first =
      static_cast<std::size_t>(std::max_element(totals.begin(), totals.end()) - totals.begin());
  const double each = sign / static_cast<double>(ranking.futures);
  for (std::size_t policy = 0; policy < sums.size(); ++policy) {
    if (policy == ranking.first) continue;
    ranking.rivals.push_back(policy);
    ReplicateAdvantages& of = ranking.advantages.emplace_back();
    for (std::size_t i = 0; i < ranking.replicates; ++i) {
      of.push_back(each * (sums[ranking.first][i] - sums[policy][i]));
    }
  }
  return ranking;
}

}  // namespace homeroom::decisions
