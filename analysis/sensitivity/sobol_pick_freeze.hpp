// Sobol' indices by pick and freeze (Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola
// 2010, Computer Physics Communications 181).
//
// A base point has two independent halves, A and B, from one Sobol' point of twice the factors. It
// gives factors + 2 rows: A, B, and for each factor A with that one factor taken from B.
#pragma once

#include "analysis/sensitivity/design_rows.hpp"
#include "analysis/sensitivity/sampler.hpp"
#include "analysis/sensitivity/scrambled_sobol.hpp"
#include "analysis/sensitivity/sobol_indices.hpp"

namespace homeroom::sensitivity {

class SobolPickFreeze final : public Sampler {
 public:
  /// `base_points`: a power of two from 2 to 2^32, else the points are not balanced. Throws
  /// DesignRefused.
  SobolPickFreeze(std::uint64_t base_points, int factors, std::uint64_t seed);
  std::string method() const override { return "saltelli"; }
  std::uint64_t base_points() const { return base_points_; }
  std::uint64_t rows_of_a_base_point() const { return static_cast<std::uint64_t>(factors()) + 2; }
  std::uint64_t points() const override { return base_points_ * rows_of_a_base_point(); }
  void point(std::uint64_t i, double* unit) const override;
  std::string identity() const override;

  /// With intervals over base points. Throws DesignRefused where rows are another design's or
  /// missing (see Asked::leave_out).
  SobolIndices indices(const DesignOutcome& outcome, const Asked& asked) const;

 private:
  std::uint64_t base_points_;
  ScrambledSobol sobol_;
};

}  // namespace homeroom::sensitivity
