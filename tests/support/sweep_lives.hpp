// Lives of policies in futures, made of normals with known variances.
#pragma once

#include <vector>

#include "analysis/decisions/policy_outcomes.hpp"
#include "sim/chance/draw.hpp"

namespace homeroom::decisions {

/// Standard deviations between futures, between dice that all futures share, and of the rest.
struct PlantedSpread {
  double futures = 0, dice = 0, rest = 0;
};

/// Futures of one `sweep` (a number of the test's own; equal numbers are equal lives).
inline LivesByFuture planted_lives(std::uint64_t sweep, std::size_t futures,
                                   std::uint32_t replicates, double mean, PlantedSpread sd) {
  const Dice dice(sweep, 1);
  LivesByFuture lives(futures);
  for (std::size_t f = 0; f < futures; ++f) {
    const double own = mean + sd.futures * dice.normal(Die::ResampleFuture, 1, f);
    for (std::uint32_t r = 0; r < replicates; ++r) {
      lives[f].push_back({r, own + sd.dice * dice.normal(Die::ResampleReplicate, 1, r) +
                                 sd.rest * dice.normal(Die::ShuffleLosses, 1, f, r)});
    }
  }
  return lives;
}

}  // namespace homeroom::decisions
