// Futures and replicates drawn again, with replacement: how far a figure would move with others.
//
// Both are drawn, each by itself, and a life counts as often as its future times its replicate:
// Owen (2007), The pigeonhole bootstrap, Annals of Applied Statistics 1(2). Lives cross, so that no
// bootstrap is exact (McCullagh 2000, Bernoulli 6(2)); this one errs towards too large an error.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "analysis/decisions/policy_outcomes.hpp"

namespace homeroom::decisions {

struct Resample {
  std::vector<std::size_t> futures;
  std::vector<std::size_t> draws;                  ///< by future drawn; empty as `PolicyLives` says
  std::vector<std::vector<std::uint32_t>> places;  ///< new places of each replicate; may be none
};

/// Which futures are drawn: `Held` are all there are, once each.
enum class Futures { Drawn, Held };

/// The resample of a number; equal numbers are equal resamples. Futures of one draw of the design
/// are drawn together.
Resample resample_of(const PolicyLives& lives, std::uint64_t number,
                     Futures which = Futures::Drawn);

LivesByFuture drawn_again(const LivesByFuture& lives, const Resample& resample);

/// What resamples say of one figure: its standard error, and where 95 % of them lie.
struct Spread {
  double error = 0, low = 0,
         high = 0;  ///< NaN where fewer than half of the resamples have a figure
};
Spread spread_of(std::vector<double> figures);

/// Figures of `resamples` resamples, by figure and resample; NaN where one tells nothing. Resamples
/// may be taken side by side.
std::vector<std::vector<double>> figures_of_resamples(
    std::size_t figures, std::size_t resamples,
    const std::function<std::vector<double>(std::uint64_t number)>& figures_of);

/// As many as give a standard error to one part in twenty (Efron and Tibshirani 1993, section 6.4).
inline constexpr std::size_t kResamples = 400;

}  // namespace homeroom::decisions
