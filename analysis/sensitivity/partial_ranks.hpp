// Partial rank correlations of a space-filling design's outcomes with its factors.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/estimators/partial_rank_correlation.hpp"

namespace homeroom::sensitivity {

struct PartialRanks {
  std::vector<estimators::PartialRank> factors;
  std::uint64_t points = 0, left_out = 0;
};

}  // namespace homeroom::sensitivity
