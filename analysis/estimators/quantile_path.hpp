// Where an interior-point method stands on its way to a conditional quantile, row by row.
//
//   y - x b = u - v;   a is the dual's share of the row, s = 1 - a;   gap = sum of u s + v a
// Predictor and corrector of Mehrotra (1992), SIAM Journal on Optimization 2(4).
#pragma once

#include <cstddef>
#include <vector>

namespace homeroom::estimators {

class QuantilePath {
 public:
  /// How far a step may go before it leaves the inside, of primal (u, v) and dual (a).
  struct Reach {
    double primal = 1, dual = 1;
  };
  /// Begins where u s = v a = mu exactly, at `residual` of each row.
  void begin(const std::vector<double>& residual, double mu);
  /// To be called after begin() and after each advance().
  void weigh();
  const std::vector<double>& weight() const { return q_; }  ///< 1 / (u / s + v / a)
  const std::vector<double>& share() const { return a_; }
  double gap() const { return gap_; }

  /// weight (u - v): what the straight step's normal equations have on their right.
  const std::vector<double>& straight();
  /// The straight step; `along`: x times the step of b.
  void predict(const std::vector<double>& along);
  double gap_after(const Reach& reach) const;
  /// weight times what the straight step's second order, and going to `centre`, ask for beside.
  const std::vector<double>& bend(double centre);
  /// The step with both, after bend().
  void correct(const std::vector<double>& along);
  Reach reach() const;
  void advance(const Reach& reach);

 private:
  std::vector<double> u_, v_, a_, s_, q_, per_a_, per_s_, du_, dv_, da_, term_;
  double gap_ = 0;
};

}  // namespace homeroom::estimators
