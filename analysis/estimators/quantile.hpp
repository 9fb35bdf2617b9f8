// Where a share of values lies below.
#pragma once

#include <vector>

namespace homeroom::estimators {

/// Linear between order statistics (Hyndman and Fan 1996, The American Statistician 50(4), type 7,
/// as R's default is) of sorted values of which none is missing; NaN of none.
double quantile_of_sorted(const std::vector<double>& sorted, double share);

}  // namespace homeroom::estimators
