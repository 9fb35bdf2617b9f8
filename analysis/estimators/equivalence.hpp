// Two one-sided tests: whether an estimate is small enough to be called none.
//
//   p = the larger of P(t > (estimate + margin)/error) and P(t < (estimate - margin)/error)
// "Not significant" is no finding of equality; this is. Source: Schuirmann (1987), Journal of
// Pharmacokinetics and Biopharmaceutics 15(6).
#pragma once

namespace homeroom::estimators {

struct Equivalence {
  double low = 0, high = 0;  ///< interval of confidence 1 - 2 alpha
  double p = 0;
  bool equivalent = false;  ///< the interval lies within the margins; the same as p < alpha
  bool different = false;   ///< it lies outside of them altogether
};

/// `error`: standard error, with t of `degrees`; `margin` above 0, the smallest effect that
/// matters; `alpha`: of each of the two tests. NaN where the error is.
Equivalence equivalence_test(double estimate, double error, double degrees, double margin,
                             double alpha = 0.05);

}  // namespace homeroom::estimators
