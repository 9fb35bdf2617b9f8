// The difference of two lives of one city: replicate by replicate over the same dice, so that luck
// that both share cancels.
#pragma once

#include <vector>

namespace homeroom::truth {

struct PairedDifference {
  int pairs = 0;    ///< replicates in which both are known
  double base = 0;  ///< mean over these, as below; NaN of none
  double alternative = 0;
  double difference = 0;     ///< alternative less base
  double error = 0;          ///< standard error of the difference; NaN of fewer than two
  double low = 0, high = 0;  ///< 95 % confidence interval by Student's t
  /// Replicates of each arm after which unpaired runs would have had this error; NaN where the
  /// difference does not vary.
  double unpaired = 0;
};

/// Values by replicate, in one order; NaN is missing. A replicate counts where both are known.
PairedDifference paired_difference(const std::vector<double>& base,
                                   const std::vector<double>& alternative);

/// Mean and standard error of one row of values; NaN is missing.
struct MeanWithError {
  int count = 0;
  double mean = 0, error = 0;
};
MeanWithError mean_with_error(const std::vector<double>& values);

/// The ratio of the means of two rows of values, to first order as a mean of one: values whose mean
/// it is, and the standard error of whose mean is its error by the delta method. A replicate counts
/// where both are known; all are NaN where the mean below is 0.
std::vector<double> values_of_ratio(const std::vector<double>& above,
                                    const std::vector<double>& below);

}  // namespace homeroom::truth
