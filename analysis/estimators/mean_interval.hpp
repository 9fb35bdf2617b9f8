// A mean over replicates and its interval by Student's t.
#pragma once

#include <cstddef>
#include <vector>

namespace homeroom::estimators {

class MeanInterval {
 public:
  explicit MeanInterval(const std::vector<double>& values);
  std::size_t count() const { return count_; }
  /// NaN of no value.
  double mean() const { return mean_; }
  /// One standard error of the mean; NaN of fewer than two values.
  double error() const { return error_; }
  /// Ends of an interval; NaN of fewer than two values.
  double low(double confidence) const { return mean_ - half(confidence); }
  double high(double confidence) const { return mean_ + half(confidence); }
  /// False where all values are equal.
  bool varies() const { return varies_; }

 private:
  double half(double confidence) const;
  std::size_t count_;
  double mean_, error_;
  bool varies_ = false;
};

}  // namespace homeroom::estimators
