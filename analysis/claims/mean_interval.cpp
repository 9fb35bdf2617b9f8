#include "analysis/claims/mean_interval.hpp"

#include <cmath>
#include <limits>

#include "analysis/estimators/student_t.hpp"

namespace homeroom::claims {

MeanInterval::MeanInterval(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double value : values) sum += value;
  mean_ = sum / n;
  for (const double value : values) squares += (value - mean_) * (value - mean_);
  for (const double value : values) varies_ = varies_ || value != values.front();
  degrees_ = n - 1.0;
  error_ = n > 1.0 ? std::sqrt(squares / degrees_ / n) : std::numeric_limits<double>::quiet_NaN();
}

double MeanInterval::half(double confidence) const {
  return std::isnan(error_) ? error_ : estimators::t_within(confidence, degrees_) * error_;
}

}  // namespace homeroom::claims
