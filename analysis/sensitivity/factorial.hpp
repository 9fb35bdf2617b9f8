// A full factorial: every combination of the factors' levels, the last factor changing fastest.
//
// Nothing is drawn, so that shares of variance over the levels, each equally likely, are exact but
// for what chance does within runs.
#pragma once

#include <vector>

#include "analysis/sensitivity/design_rows.hpp"
#include "analysis/sensitivity/sampler.hpp"

namespace homeroom::sensitivity {

struct FactorShares {
  double first = 0;  ///< of the variance of means over all other factors
  double total = 0;  ///< variance that is left within points that differ in this factor alone
};

struct FactorialShares {
  std::vector<FactorShares> factors;  ///< NaN where the outcome is the same at every point
  double first_together = 0;
  double mean = 0, variance = 0;
};

class Factorial final : public Sampler {
 public:
  /// `levels`: of each factor, at least 1. Throws DesignRefused.
  explicit Factorial(std::vector<std::uint64_t> levels);
  std::string method() const override { return "grid"; }
  std::uint64_t points() const override { return points_; }
  /// Each level is the middle of its part of the unit interval.
  void point(std::uint64_t i, double* unit) const override;
  std::string identity() const override;

  /// Throws DesignRefused where rows are another design's, or any is missing.
  FactorialShares shares(const DesignOutcome& outcome) const;

 private:
  std::uint64_t points_in_step(int factor) const;  // from a level to the next

  std::vector<std::uint64_t> levels_;
  std::uint64_t points_ = 1;
};

}  // namespace homeroom::sensitivity
