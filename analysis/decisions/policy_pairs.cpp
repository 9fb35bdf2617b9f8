#include "analysis/decisions/policy_pairs.hpp"

#include <algorithm>
#include <cmath>

namespace homeroom::decisions {

std::vector<PolicyMean> ranked_policies(const PolicyLives& lives, Better better) {
  std::vector<PolicyMean> ranked;
  for (std::size_t policy = 0; policy < lives.policies(); ++policy) {
    ranked.push_back(
        {policy, lives.missing(policy), futures_mean(lives.of(policy), lives.draws())});
  }
  const double sign = better == Better::Higher ? 1.0 : -1.0;
  std::stable_sort(ranked.begin(), ranked.end(),
                   [&](const PolicyMean& one, const PolicyMean& other) {
                     if (std::isnan(other.mean.mean)) return !std::isnan(one.mean.mean);
                     return sign * one.mean.mean > sign * other.mean.mean;
                   });
  return ranked;
}

PolicyPair compare_pair(const PolicyLives& lives, std::size_t b, std::size_t a, Better better,
                        std::size_t resamples) {
  const Advantages of = advantages(lives, b, a, better);
  PolicyPair pair;
  pair.b = b;
  pair.a = a;
  pair.pairs = of.pairs;
  pair.alone = of.alone;
  pair.advantage = futures_mean(of.by_future, lives.draws());
  pair.probability = win_probability(of.by_future, lives.draws());
  const auto figures = figures_of_resamples(3, resamples, [&](std::uint64_t number) {
    const Resample resample = resample_of(lives, number);
    const WinProbability again =
        win_probability(drawn_again(of.by_future, resample), resample.draws);
    return std::vector<double>{again.expected.better, again.luck.better, again.life.better};
  });
  pair.expected_better = spread_of(figures[0]);
  pair.luck_better = spread_of(figures[1]);
  pair.life_better = spread_of(figures[2]);
  return pair;
}

}  // namespace homeroom::decisions
