// The mean of what years or grades gave, leaving out what could not be told.
#pragma once

#include <cmath>

#include "analysis/estimators/moments.hpp"

namespace homeroom::patterns {

class Average {
 public:
  void add(double value, double weight = 1.0) {
    if (std::isnan(value)) return;
    sum_ += weight * value;
    weight_ += weight;
  }
  /// NaN of nothing.
  double value() const { return weight_ > 0 ? sum_ / weight_ : estimators::kMissing; }

 private:
  double sum_ = 0, weight_ = 0;
};

}  // namespace homeroom::patterns
