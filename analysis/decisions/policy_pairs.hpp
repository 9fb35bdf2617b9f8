// Each policy by itself, and each pair of policies over the same dice.
#pragma once

#include <string>
#include <vector>

#include "analysis/decisions/crossed_variance.hpp"
#include "analysis/decisions/resample.hpp"
#include "analysis/decisions/win_probability.hpp"

namespace homeroom::decisions {

struct PolicyMean {
  std::size_t policy = 0, missing = 0;  ///< missing: lives without a value
  FuturesMean mean;                     ///< of the outcome, in its unit
};

/// Policy `b` against policy `a`. Advantages are differences of the outcome turned so that above 0
/// is better for `b`.
struct PolicyPair {
  std::size_t b = 0, a = 0;
  std::size_t pairs = 0, alone = 0;  ///< lives that both have; that one of them has
  FuturesMean advantage;
  WinProbability probability;
  Spread expected_better, luck_better, life_better;  ///< Monte Carlo error of the probabilities
};

/// By the mean outcome, the best first; policies without a value come last.
std::vector<PolicyMean> ranked_policies(const PolicyLives& lives, Better better);

PolicyPair compare_pair(const PolicyLives& lives, std::size_t b, std::size_t a, Better better,
                        std::size_t resamples = kResamples);

}  // namespace homeroom::decisions
