// What is looked at: a number of every unit (school, teacher, child, city) in every policy year of
// a run, and what is made of these numbers.
#pragma once

#include <cmath>
#include <cstddef>

namespace homeroom::signs {

enum class Statistic { Mean, Total, Spread, Slope, Correlation };

/// Pairs of a unit's value and of another value of the same unit, pooled over policy years.
class Sample {
 public:
  void end_year() { ++years_; }
  void add(double value, double by) {
    if (std::isnan(value) || std::isnan(by)) return;
    ++n_;
    sum_ += value;
    by_ += by;
    squares_ += value * value;
    by_squares_ += by * by;
    products_ += value * by;
  }

  /// NaN where there is nothing to look at. A total is per year.
  double take(Statistic statistic) const {
    const double variance = squares_ / n_ - sum_ / n_ * (sum_ / n_);
    const double by_variance = by_squares_ / n_ - by_ / n_ * (by_ / n_);
    const double covariance = products_ / n_ - sum_ / n_ * (by_ / n_);
    switch (statistic) {
      case Statistic::Mean:
        return sum_ / n_;
      case Statistic::Total:
        return years_ > 0 ? sum_ / years_ : NAN;
      case Statistic::Spread:
        return std::sqrt(std::fmax(0.0, variance));
      case Statistic::Slope:
        return by_variance > 1e-12 ? covariance / by_variance : NAN;
      case Statistic::Correlation:
        return variance > 1e-12 && by_variance > 1e-12
                   ? covariance / std::sqrt(variance * by_variance)
                   : NAN;
    }
    return NAN;
  }

 private:
  double n_ = 0, sum_ = 0, by_ = 0, squares_ = 0, by_squares_ = 0, products_ = 0;
  int years_ = 0;
};

}  // namespace homeroom::signs
