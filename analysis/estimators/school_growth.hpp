// Schools by the median growth percentile of their children.
//
// Estimates *growth* as a rank: what Massachusetts and Colorado publish of schools. The interval is
// of the children that a school happened to have; it does not hold what percentiles themselves
// miss.
#pragma once

#include <vector>

#include "analysis/estimators/growth_percentiles.hpp"
#include "analysis/estimators/median_interval.hpp"

namespace homeroom::estimators {

struct SchoolGrowth {
  int school = 0;
  int children = 0;  ///< with a percentile
  MedianInterval median;
};

/// In the order of their numbers, schools with at least `fewest` such children.
std::vector<SchoolGrowth> school_growth(const panel::Year& year, const GrowthPercentiles& growth,
                                        int fewest, double confidence);

}  // namespace homeroom::estimators
