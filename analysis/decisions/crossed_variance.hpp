// What a value varies by, where futures and replicates cross: every future is lived with the same
// dice. Two-way random effects, y_fr = mean + future_f + dice_r + rest_fr.
//
// Moments of any pattern of missing lives: Gao and Owen (2017), Electronic Journal of Statistics
// 11(1), after Henderson (1953), Biometrics 9(2); equal to the analysis of variance where no life
// is missing.
#pragma once

#include <vector>

#include "analysis/decisions/policy_outcomes.hpp"

namespace homeroom::decisions {

/// NaN is what the lives cannot tell: no `futures` of one future, no `dice` and `rest` of one
/// replicate. What comes out below 0 is 0.
struct CrossedVariance {
  double futures = 0;  ///< between expected values of futures: what we do not know of parameters
  double dice = 0;     ///< of replicates, alike in all futures
  double rest = 0;     ///< of replicates, different in each future
  double chance = 0;   ///< dice + rest: between lives of one future
};

CrossedVariance crossed_variance(const LivesByFuture& lives);

/// The mean over futures, each weighing the same.
struct FuturesMean {
  std::size_t futures = 0;  ///< with a life at least
  std::size_t lives = 0;
  double mean = 0;
  double error = 0;          ///< standard error; NaN where nothing tells it
  double low = 0, high = 0;  ///< 95 % confidence interval, by Student's t
  double degrees = 0;        ///< of freedom, by Satterthwaite
  double by_futures = 0;     ///< part of the variance of the mean that more futures would lessen
  double by_replicates = 0;  ///< part that more replicates would lessen; 0 where not told
  double by_dice = 0;        ///< of that, what comes from dice that act alike in all futures
  CrossedVariance variance;
};

/// `draws` by future, as in `PolicyOutcomes`: the error is that of draws, each the mean of its
/// futures, where they are several; variances are those of futures.
FuturesMean futures_mean(const LivesByFuture& lives, const std::vector<std::size_t>& draws = {});

}  // namespace homeroom::decisions
