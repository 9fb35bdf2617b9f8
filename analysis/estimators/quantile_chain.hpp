// Conditional quantiles from one share to the next, up or down.
#pragma once

#include <Eigen/Dense>

#include <cstdint>
#include <vector>

#include "analysis/estimators/quantile_program.hpp"
#include "analysis/estimators/sparse_rows.hpp"

namespace homeroom::estimators {

class QuantileChain {
 public:
  /// Begins at the solution of `share`, found over all rows; throws std::runtime_error where there
  /// is none to be found.
  QuantileChain(const SparseRows& rows, const std::vector<double>& root_leverage, double share);
  /// To the solution at another share, near the last.
  void go_to(double share);
  const std::vector<double>& coefficients() const { return at_.b; }  ///< and a 0 behind them
  /// y less its quantile, by row.
  const std::vector<double>& residuals() const { return at_.residual; }
  /// Steps that linear programs took times their rows, and programs solved, since the beginning.
  std::size_t row_steps() const { return row_steps_; }
  int programs() const { return programs_; }

 private:
  struct Solution {
    double share = 0;
    std::vector<double> b, residual;
  };
  /// Sides of rows: -1 below, 0 near, 1 above.
  using Side = std::int8_t;
  bool guess_from_thinned(double share);
  void guess(double share);
  void find(double share, double near);
  double band_of(double rows) const;
  void take_sides(double band);
  void gather_near();
  bool solve(double share);
  std::size_t admit_wrong();

  const SparseRows* rows_;
  const std::vector<double>* root_leverage_;
  QuantileProgram program_;
  Solution at_, before_, next_;
  std::vector<Side> side_, new_side_;
  Eigen::VectorXd whole_, above_;  ///< sums of x over all rows, and over those above
  SparseRows near_;
  std::size_t row_steps_ = 0;
  int programs_ = 0;
};

}  // namespace homeroom::estimators
