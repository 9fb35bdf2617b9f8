// What elementary effects tell of each factor.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/sensitivity/resampling.hpp"

namespace homeroom::sensitivity {

/// In units of the outcome, for a move over the factor's whole range of shares.
struct FactorEffects {
  Interval mean;           ///< mu: effects of either sign may cancel
  Interval mean_absolute;  ///< mu*: does not cancel
  Interval spread;         ///< sigma: the effect is not the same everywhere
};

struct ElementaryEffects {
  std::vector<FactorEffects> factors;
  std::uint64_t trajectories = 0, left_out = 0;
};

}  // namespace homeroom::sensitivity
