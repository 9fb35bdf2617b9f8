// Are several coefficients of a regression all 0?
//
//   W = b' V^-1 b,  chi-squared with as many degrees of freedom as there are coefficients
// V as the regression tells it, so that the test is robust where its errors are. Source: Wald
// (1943), Transactions of the American Mathematical Society 54(3).
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"

namespace homeroom::estimators {

struct WaldTest {
  double chi_squared = 0, f = 0;  ///< f: chi_squared over degrees
  int degrees = 0;                ///< coefficients that were not dropped; none: all numbers are NaN
  double p = 0;
};

/// Throws std::out_of_range where the regression has no such column.
WaldTest wald_test(const LinearFit& fit, const std::vector<std::string>& names);

}  // namespace homeroom::estimators
