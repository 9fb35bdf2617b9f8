#include "analysis/decisions/ranking_so_far.hpp"

#include <algorithm>

namespace homeroom::decisions {
namespace {

/// Sums over futures by replicate, and how many futures have it.
struct ReplicateSums {
  std::vector<double> sum;
  std::vector<std::size_t> futures;
};

ReplicateSums sums_of(const LivesByFuture& lives, std::size_t replicates) {
  ReplicateSums of{std::vector<double>(replicates, 0.0), std::vector<std::size_t>(replicates, 0)};
  for (const std::vector<Life>& future : lives) {
    for (const Life& life : future) {
      of.sum[life.replicate] += life.value;
      ++of.futures[life.replicate];
    }
  }
  return of;
}

}  // namespace

RankingSoFar ranking_so_far(const PolicyLives& lives, Better better) {
  const double sign = better == Better::Higher ? 1.0 : -1.0;
  std::vector<ReplicateSums> policies;
  for (std::size_t policy = 0; policy < lives.policies(); ++policy) {
    policies.push_back(sums_of(lives.of(policy), lives.replicates()));
  }
  std::vector<std::size_t> whole;
  for (std::size_t replicate = 0; replicate < lives.replicates(); ++replicate) {
    const bool everywhere =
        std::all_of(policies.begin(), policies.end(), [&](const ReplicateSums& of) {
          return of.futures[replicate] == lives.futures();
        });
    if (everywhere) whole.push_back(replicate);
  }
  RankingSoFar ranking;
  ranking.left_out = lives.replicates() - whole.size();
  std::vector<double> totals;
  for (const ReplicateSums& of : policies) {
    totals.push_back(0.0);
    for (const std::size_t replicate : whole) totals.back() += sign * of.sum[replicate];
  }
  if (totals.empty()) return ranking;
  ranking.first =
      static_cast<std::size_t>(std::max_element(totals.begin(), totals.end()) - totals.begin());
  const double each = sign / static_cast<double>(lives.futures());
  for (std::size_t policy = 0; policy < policies.size(); ++policy) {
    if (policy == ranking.first) continue;
    ranking.rivals.push_back(policy);
    ReplicateAdvantages& of = ranking.advantages.emplace_back();
    for (const std::size_t replicate : whole) {
      of.push_back(each * (policies[ranking.first].sum[replicate] - policies[policy].sum[replicate]));
    }
  }
  return ranking;
}

}  // namespace homeroom::decisions
