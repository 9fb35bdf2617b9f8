// How probable it is that one policy is better than another, and what makes it uncertain.
#pragma once

#include "analysis/decisions/crossed_variance.hpp"

namespace homeroom::decisions {

/// Probabilities of being better, and of being exactly alike where that happened.
struct Chances {
  double better = 0, alike = 0;
};

struct WinProbability {
  /// Parameters alone: that the expected outcome is better in a future drawn from the design. Mean
  /// over futures of the probability given what was lived there and in all others (empirical Bayes
  /// with errors of Student's t; Morris 1983, JASA 78(381)).
  Chances expected;
  /// Chance alone: that a life is better in a future where the expected difference is the mean one.
  /// Lives about the mean of their own future, put about the mean of all.
  Chances luck;
  /// Both: that a life is better in a future drawn from the design. Share of the lived, each future
  /// weighing the same; without bias, whatever the distributions.
  Chances life;
  /// Share of futures whose mean over replicates is better: `expected` before the noise of few
  /// replicates is taken off.
  Chances seen;
};

/// Of advantages (above 0: better); `draws` as `futures_mean` takes them. NaN is what they cannot
/// tell: `expected` and `luck` where no future has two replicates.
WinProbability win_probability(const LivesByFuture& advantages,
                               const std::vector<std::size_t>& draws = {});

}  // namespace homeroom::decisions
