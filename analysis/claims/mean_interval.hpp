// A mean over replicates and its interval by Student's t.
#pragma once

#include <vector>

namespace homeroom::claims {

class MeanInterval {
 public:
  explicit MeanInterval(const std::vector<double>& values);
  /// NaN of no value.
  double mean() const { return mean_; }
  /// Ends of an interval; NaN of fewer than two values.
  double low(double confidence) const { return mean_ - half(confidence); }
  double high(double confidence) const { return mean_ + half(confidence); }
  /// False where all values are equal.
  bool varies() const { return varies_; }

 private:
  double half(double confidence) const;
  double mean_, error_, degrees_;
  bool varies_ = false;
};

}  // namespace homeroom::claims
