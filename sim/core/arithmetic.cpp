#include "sim/core/arithmetic.hpp"

#include <cmath>
#include <initializer_list>

#include "sim/core/arithmetic_columns.hpp"
#include "sim/core/wide.hpp"

namespace homeroom {
namespace {

inline HOMEROOM_INLINE double exp_here(double x) {
  x = clamp_to(x, -700.0, 700.0);
  const double scaled = x * 1.4426950408889634074;
  const auto n = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
  const double whole = static_cast<double>(n);
  // ln 2 in two parts, so that the reduced argument is exact.
  const double r = (x - whole * 6.93145751953125e-1) - whole * 1.42860682030941723212e-6;
  // Taylor's series to the 13th power: |r| is at most ln 2 / 2.
  static constexpr double kInverseFactorial[] = {1.0,
                                                 1.0,
                                                 1.0 / 2,
                                                 1.0 / 6,
                                                 1.0 / 24,
                                                 1.0 / 120,
                                                 1.0 / 720,
                                                 1.0 / 5040,
                                                 1.0 / 40320,
                                                 1.0 / 362880,
                                                 1.0 / 3628800,
                                                 1.0 / 39916800,
                                                 1.0 / 479001600,
                                                 1.0 / 6227020800.0};
  double p = 0.0;
  for (int k = 13; k >= 0; --k) p = p * r + kInverseFactorial[k];
  return p * std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52);
}

inline HOMEROOM_INLINE double log_here(double x) {
  const auto bits = std::bit_cast<std::int64_t>(x);
  const std::int64_t exponent = (bits - 0x3fe6a09e667f3bcdLL) >> 52;
  const double m = std::bit_cast<double>(bits - (exponent << 52));
  const double s = (m - 1.0) / (m + 1.0);
  const double z = s * s;
  double p = 0.0;
  for (int k = 23; k >= 1; k -= 2) p = p * z + 2.0 / k;
  return static_cast<double>(exponent) * 6.93147180559945286e-1 + s * p;
}

}  // namespace

double exp_of(double x) { return exp_here(x); }
double log_of(double x) { return log_here(x); }

HOMEROOM_WIDE void exp_of_all(double* x, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) x[i] = exp_here(x[i]);
}

HOMEROOM_WIDE void log_of_all(double* x, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) x[i] = log_here(x[i]);
}

double tanh_of(double x) {
  const double a = x < 0 ? -x : x;
  if (a < 1e-3) return x - x * x * x / 3.0;
  const double e = exp_of(-2.0 * a);
  const double t = (1.0 - e) / (1.0 + e);
  return x < 0 ? -t : t;
}

double logistic(double x) {
  const double e = exp_of(x < 0 ? x : -x);
  return x < 0 ? e / (1.0 + e) : 1.0 / (1.0 + e);
}

double logit(double share) { return log_of(share) - log_of(1.0 - share); }

double normal_cdf(double x) {
  const double a = x < 0 ? -x : x;
  double tail = 0.0;
  if (a < 37.0) {
    const double e = exp_of(-0.5 * a * a);
    if (a < 7.07106781186547) {
      double top = 3.52624965998911e-02;
      for (double c : {0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
                       221.213596169931, 220.206867912376}) {
        top = top * a + c;
      }
      double bottom = 8.83883476483184e-02;
      for (double c : {1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
                       637.333633378831, 793.826512519948, 440.413735824752}) {
        bottom = bottom * a + c;
      }
      tail = e * top / bottom;
    } else {
      const double fraction = a + 1.0 / (a + 2.0 / (a + 3.0 / (a + 4.0 / (a + 0.65))));
      tail = e / fraction / 2.50662827463100050;
    }
  }
  return x > 0 ? 1.0 - tail : tail;
}

double normal_quantile(double share) {
  // Start from the logistic approximation, then Newton on log-odds-free Phi with its density.
  const bool upper = share > 0.5;
  const double q = upper ? 1.0 - share : share;
  const double t = std::sqrt(-2.0 * log_of(q));
  double x = -(t - (2.30753 + 0.27061 * t) / (1.0 + 0.99229 * t + 0.04481 * t * t));
  for (int step = 0; step < 3; ++step) {
    const double density = exp_of(-0.5 * x * x) * 0.39894228040143268;
    const double error = (normal_cdf(x) - q) / density;
    x -= error / (1.0 + 0.5 * x * error);
  }
  return upper ? -x : x;
}

double power_of(double x, double y) { return exp_of(y * log_of(x)); }

}  // namespace homeroom
