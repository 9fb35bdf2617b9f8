// Sobol' indices: which share of an outcome's variance over the design comes from a factor alone
// (first order), and which would be left if all but it were known (total).
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/sensitivity/resampling.hpp"

namespace homeroom::sensitivity {

struct FactorIndices {
  Interval first, total;
};

struct SobolIndices {
  /// NaN where the outcome is the same at every point.
  std::vector<FactorIndices> factors;
  Interval first_together;        ///< sum of first-order indices: 1 where factors only add up
  double mean = 0, variance = 0;  ///< of the outcome over the factors' distributions
  std::uint64_t base_points = 0, left_out = 0;
};

}  // namespace homeroom::sensitivity
