// Plain scrambled Sobol' points: fill the space evenly, and any first part of them as well.
#pragma once

#include "analysis/sensitivity/design_rows.hpp"
#include "analysis/sensitivity/partial_ranks.hpp"
#include "analysis/sensitivity/resampling.hpp"
#include "analysis/sensitivity/sampler.hpp"
#include "analysis/sensitivity/scrambled_sobol.hpp"

namespace homeroom::sensitivity {

class SobolPoints final : public Sampler {
 public:
  /// `points` from 2 to 2^32; most even where it is a power of two. Throws DesignRefused.
  SobolPoints(std::uint64_t points, int factors, std::uint64_t seed);
  std::string method() const override { return "sobol"; }
  std::uint64_t points() const override { return points_; }
  void point(std::uint64_t i, double* unit) const override;
  std::string identity() const override;

  /// As of a Latin hypercube.
  PartialRanks partial_ranks(const DesignOutcome& outcome, const Asked& asked) const;

 private:
  std::uint64_t points_;
  ScrambledSobol sobol_;
};

}  // namespace homeroom::sensitivity
