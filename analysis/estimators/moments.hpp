// Weighted means, spreads and the correlation of pairs.
#pragma once

#include <cmath>
#include <limits>

namespace homeroom::estimators {

/// Sums over weighted pairs; population moments (division by the weight).
class Moments {
 public:
  void add(double x, double y, double weight = 1.0) {
    n_ += weight;
    x_ += weight * x;
    y_ += weight * y;
    xx_ += weight * x * x;
    yy_ += weight * y * y;
    xy_ += weight * x * y;
    ++count_;
  }
  void add(double x) { add(x, 0.0); }
  int count() const { return count_; }
  double weight() const { return n_; }
  /// NaN of nothing, as all below.
  double mean() const { return x_ / n_; }
  double mean_y() const { return y_ / n_; }
  double variance() const { return xx_ / n_ - mean() * mean(); }
  double variance_y() const { return yy_ / n_ - mean_y() * mean_y(); }
  double sd() const { return std::sqrt(variance()); }
  double covariance() const { return xy_ / n_ - mean() * mean_y(); }
  double correlation() const { return covariance() / std::sqrt(variance() * variance_y()); }
  /// Of y on x.
  double slope() const { return covariance() / variance(); }

 private:
  double n_ = 0, x_ = 0, y_ = 0, xx_ = 0, yy_ = 0, xy_ = 0;
  int count_ = 0;
};

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

}  // namespace homeroom::estimators
