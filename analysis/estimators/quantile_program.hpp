// One conditional quantile: the linear program of quantile regression, by an interior-point method.
//
//   minimise  sum over rows of tau u + (1 - tau) v,   y - x b = u - v,   u, v >= 0
//   dual      a in [0, 1] by row, sum of a x = (1 - tau) sum of x;   u (1 - a) = v a = 0
// Rows that are known to lie above or below have a = 1 or 0: they enter as what they leave of the
// dual's sum. Sources: Koenker and Bassett (1978), Econometrica 46(1); Portnoy and Koenker (1997),
// Statistical Science 12(4).
#pragma once

#include <Eigen/Dense>

#include <vector>

#include "analysis/estimators/quantile_path.hpp"
#include "analysis/estimators/sparse_rows.hpp"

namespace homeroom::estimators {

class QuantileProgram {
 public:
  /// Takes `b`, a coefficient for each column and a 0 behind them, from a guess to the solution;
  /// `demand` is what a x has to add up to, by column. False where it does not come there, as
  /// happens when rows were left out that are not on their side; `b` is then of no use.
  bool solve(const SparseRows& rows, const Eigen::VectorXd& demand, std::vector<double>& b);
  int steps() const { return steps_; }  ///< of the last call

 private:
  void solve_for(const SparseRows& rows, const Eigen::VectorXd& right);

  QuantilePath path_;
  Eigen::LDLT<Eigen::MatrixXd> normal_;
  std::vector<double> step_, along_;  ///< of b; x times that
  int steps_ = 0;
};

}  // namespace homeroom::estimators
