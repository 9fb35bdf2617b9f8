// A median and its interval, of values of any distribution.
//
// Between the k-th value from below and the k-th from above lies the median with a probability that
// coins tell; between two k it is interpolated. Source: Hettmansperger and Sheather (1986),
// Statistics and Probability Letters 4(2).
#pragma once

#include <vector>

namespace homeroom::estimators {

struct MedianInterval {
  double median = 0, low = 0, high = 0;  ///< NaN where there are too few values
};

/// At least one value for the median, six for an interval of 95 %.
MedianInterval median_interval(std::vector<double> values, double confidence);

}  // namespace homeroom::estimators
