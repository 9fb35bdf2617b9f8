// Latin hypercube sampling (McKay, Beckman and Conover 1979, Technometrics 21): the range of each
// factor is cut into as many cells as there are points, and each cell has exactly one point.
#pragma once

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

 private:
  std::uint64_t points_;
};

}  // namespace homeroom::sensitivity
