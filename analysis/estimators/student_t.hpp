// Student's t.
#pragma once

namespace homeroom::estimators {

/// The value that |t| stays below with `probability`; `degrees` of freedom, more than 0.
double t_within(double probability, double degrees);

/// Probability of a t above `t`: the p of a test with one side.
double t_above(double t, double degrees);

/// Probability of a |t| as large or larger: the p of a test with two sides. NaN of NaN.
double t_beyond(double t, double degrees);

}  // namespace homeroom::estimators
