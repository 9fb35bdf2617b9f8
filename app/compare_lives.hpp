// Lives every arm of a comparison over the same dice.
#pragma once

#include "analysis/truth/comparison.hpp"
#include "app/compare_arms.hpp"
#include "app/progress.hpp"
#include "sim/run/kept_burn_ins.hpp"

namespace homeroom::app {

struct Lived {
  truth::Comparison comparison;
  std::vector<std::uint32_t> finished;  ///< replicates, in order; fewer where it was interrupted
};

/// In each replicate the base is lived once, and every alternative beside it; only what is compared
/// is kept. Growth has its zero, in every arm, where the base's burn-in leaves it. The base begins
/// from kept cities where `burn_ins` is given.
Lived live_side_by_side(const Arms& arms, int replicates, Progress& progress,
                        KeptBurnIns* burn_ins = nullptr);

}  // namespace homeroom::app
