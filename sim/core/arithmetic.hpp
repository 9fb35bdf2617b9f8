// exp, log, tanh and the normal distribution, written out: the C library picks its versions by
// processor at run time and may differ in the last bit between machines; these do not.
// Float versions are branch-free, so that loops over columns of them are vectorised.
#pragma once

#include <bit>
#include <cstdint>

namespace homeroom {

/// e^x, relative error below 2e-7; the argument is clamped to [-87, 88].
inline float exp_of(float x) {
  x = x < -87.0f ? -87.0f : x;
  x = x > 88.0f ? 88.0f : x;
  const float scaled = x * 1.44269504f;
  const std::int32_t n = static_cast<std::int32_t>(scaled + (scaled < 0.0f ? -0.5f : 0.5f));
  const float whole = static_cast<float>(n);
  const float r = (x - whole * 0.693359375f) - whole * -2.12194440e-4f;
  float p = 1.0f / 5040.0f;
  p = p * r + 1.0f / 720.0f;
  p = p * r + 1.0f / 120.0f;
  p = p * r + 1.0f / 24.0f;
  p = p * r + 1.0f / 6.0f;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  return p * std::bit_cast<float>((n + 127) << 23);
}

/// Natural logarithm of a positive normal number, relative error below 2e-7.
inline float log_of(float x) {
  const std::int32_t bits = std::bit_cast<std::int32_t>(x);
  // Mantissa in [sqrt(1/2), sqrt(2)): 0x3f3504f3 is sqrt(1/2).
  const std::int32_t exponent = (bits - 0x3f3504f3) >> 23;
  const float m = std::bit_cast<float>(bits - (exponent << 23));
  const float s = (m - 1.0f) / (m + 1.0f);
  const float z = s * s;
  float p = 2.0f / 9.0f;
  p = p * z + 2.0f / 7.0f;
  p = p * z + 2.0f / 5.0f;
  p = p * z + 2.0f / 3.0f;
  p = p * z + 2.0f;
  return static_cast<float>(exponent) * 0.693147181f + s * p;
}

/// e^x in double precision; the argument is clamped to [-700, 700].
double exp_of(double x);
/// Natural logarithm of a positive normal number in double precision.
double log_of(double x);
double tanh_of(double x);
/// 1 / (1 + e^-x).
double logistic(double x);
/// Inverse of `logistic` for a share in (0, 1).
double logit(double share);
/// The normal distribution function Phi, absolute error below 1e-14, relative below 1e-8 (|x| < 7).
/// Source: Hart (1968) in the form of West (2005), Wilmott Magazine, May, 70-76.
double normal_cdf(double x);
/// Smallest x with Phi(x) >= share, for a share in (0, 1); error below 1e-9 (two Newton steps).
double normal_quantile(double share);
/// x^y for x > 0.
double power_of(double x, double y);

/// Square root, correctly rounded on every machine.
inline double sqrt_of(double x) { return __builtin_sqrt(x); }
inline float clamp_to(float x, float low, float high) {
  x = x < low ? low : x;
  return x > high ? high : x;
}
inline double clamp_to(double x, double low, double high) {
  x = x < low ? low : x;
  return x > high ? high : x;
}

/// Fixed-point sums (2^-20) do not depend on the order of their terms.
inline constexpr double kFixedPoint = 1048576.0;
inline std::int64_t to_fixed(double x) {
  const double scaled = x * kFixedPoint;
  return static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
}
inline double from_fixed(std::int64_t x) { return static_cast<double>(x) / kFixedPoint; }

}  // namespace homeroom
