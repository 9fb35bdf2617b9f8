// What a policy costs where another would have been better: Savage (1951), JASA 46(253).
#pragma once

#include <vector>

#include "analysis/decisions/resample.hpp"

namespace homeroom::decisions {

struct Figure {
  double value = 0;
  Spread spread;
};

struct PolicyRegret {
  std::size_t policy = 0;
  Figure mean, high, greatest;  ///< high: what nine futures in ten do not pass
  std::size_t best = 0;         ///< futures in which it alone is best
  std::size_t tied = 0;         ///< futures in which it is best together with others
};

struct Regrets {
  std::size_t futures = 0;                     ///< with a replicate that all policies have
  std::size_t left_out = 0;                    ///< the others
  std::vector<PolicyRegret> policies;          ///< in the order of policies
  std::vector<std::size_t> minimax;            ///< policies whose greatest regret is least
  std::vector<std::size_t> least_mean;         ///< policies whose mean regret is least
  std::vector<std::vector<double>> by_future;  ///< by future and policy; empty where left out
};

/// Regret in a future is the best policy's mean less this one's, over the replicates that all
/// policies have there. The best of noisy means is best by luck as well: with few replicates regret
/// is told too large. The greatest regret is that of the futures that were lived: its spread is
/// that of other replicates alone. Throws std::invalid_argument without a policy.
Regrets regrets(const PolicyLives& lives, Better better, std::size_t resamples = kResamples);

}  // namespace homeroom::decisions
