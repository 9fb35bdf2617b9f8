// Latin hypercube sampling (McKay, Beckman and Conover 1979, Technometrics 21): the range of each
// factor is cut into as many cells as there are points, and each cell has exactly one point.
#pragma once

#include "analysis/sensitivity/design_rows.hpp"
#include "analysis/sensitivity/partial_ranks.hpp"
#include "analysis/sensitivity/resampling.hpp"
#include "analysis/sensitivity/sampler.hpp"

namespace homeroom::sensitivity {

class LatinHypercube final : public Sampler {
 public:
  /// `points` from 2 to 2^32. Throws DesignRefused.
  LatinHypercube(std::uint64_t points, int factors, std::uint64_t seed);
  std::string method() const override { return "lhs"; }
  std::uint64_t points() const override { return points_; }
  void point(std::uint64_t i, double* unit) const override;
  std::string identity() const override;

  /// Points without an outcome are left out and counted. Throws DesignRefused where rows are
  /// another design's, and where partial_rank_correlations() refuses.
  PartialRanks partial_ranks(const DesignOutcome& outcome, const Asked& asked) const;

 private:
  std::uint64_t points_;
};

}  // namespace homeroom::sensitivity
