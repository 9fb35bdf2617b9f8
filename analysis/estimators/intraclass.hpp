// Share of a variance that lies between groups: analysis of variance with groups of unequal size.
//
//   between = (mean square of groups - mean square within) / typical size
//   typical = (N - sum n^2 / N) / (groups - 1)
// Source: Donner (1986), International Statistical Review 54(1), the estimator of ANOVA.
#pragma once

#include <vector>

namespace homeroom::estimators {

/// Values with the group of each, numbered from 0; NaN with fewer than two groups.
double intraclass_correlation(const std::vector<double>& value, const std::vector<int>& group);

}  // namespace homeroom::estimators
