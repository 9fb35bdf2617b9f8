// The chi-squared distribution.
#pragma once

namespace homeroom::estimators {

/// Probability of a value above `x`; `degrees` of freedom, more than 0. NaN of NaN.
double chi_squared_above(double x, double degrees);

}  // namespace homeroom::estimators
