// Difference in differences: how units in which something began moved away from the others.
//
//   y_it = unit_i + year_t + b began_it + c x_it + e_it;   errors by unit
// Estimates what beginning changed in the *level* of the outcome, where all would have moved alike.
// Units are taken out as means (so that they cost no degrees of freedom of errors by unit: Cameron
// and Miller 2015, section II.B), years as columns. Where units begin in different years and what
// begins grows or fades, b compares late units with early ones that are still changing, and can
// have the wrong sign (Goodman-Bacon 2021, Journal of Econometrics 225(2)): it is then warned of,
// and event_study.hpp is the answer.
#pragma once

#include <vector>

#include "analysis/estimators/adoption.hpp"
#include "analysis/estimators/linear_model.hpp"

namespace homeroom::estimators {

/// What the column is called.
inline constexpr const char* kBegan = "began";

/// `controls`: columns by row of the adoption. Units with one row say nothing and are left out with
/// a warning. Throws std::invalid_argument as refuse_faults does, and where it began in no unit
/// that was seen before and after, or in all rows at once.
LinearFit difference_in_differences(const Adoption& adoption,
                                    const std::vector<Column>& controls = {});

}  // namespace homeroom::estimators
