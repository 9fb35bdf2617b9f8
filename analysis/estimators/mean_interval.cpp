#include "analysis/estimators/mean_interval.hpp"

#include <cmath>
#include <limits>

#include "analysis/estimators/student_t.hpp"

namespace homeroom::estimators {

// By two passes: values may be small beside what they are differences of.
MeanInterval::MeanInterval(const std::vector<double>& values) : count_(values.size()) {
  const auto n = static_cast<double>(count_);
  double sum = 0, squares = 0;
  for (const double value : values) sum += value;
  mean_ = sum / n;
  for (const double value : values) squares += (value - mean_) * (value - mean_);
  for (const double value : values) varies_ = varies_ || value != values.front();
  error_ =
      count_ > 1 ? std::sqrt(squares / (n - 1.0) / n) : std::numeric_limits<double>::quiet_NaN();
}

double MeanInterval::half(double confidence) const {
  if (std::isnan(error_)) return error_;
  return t_within(confidence, static_cast<double>(count_) - 1.0) * error_;
}

}  // namespace homeroom::estimators
