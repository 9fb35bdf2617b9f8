// The limits through which tests of chance and of theory compare: each comparison fails once in
// 147,000 (6.8e-6) programs that are right. How often all of them together do:
// tests/chance/README.md.
#pragma once

#include <cmath>
#include <vector>

namespace homeroom::testing {

/// Standard errors beyond which a normal deviate lies in 6.8e-6 of cases, both sides together.
inline constexpr double kErrors = 4.5;

/// Standard error of a share that is `p`, in `n` independent cases.
inline double share_error(double p, double n) { return std::sqrt(p * (1.0 - p) / n); }

/// Standard error of a variance that is `variance`, from `n` independent normals.
inline double variance_error(double variance, double n) { return variance * std::sqrt(2.0 / n); }

/// Standard error of the correlation `r` of `n` independent pairs of normals.
inline double correlation_error(double r, double n) { return (1.0 - r * r) / std::sqrt(n); }

/// Chi-square that `freedom` degrees of freedom exceed in 6.8e-6 of cases (or as often as a normal
/// deviate exceeds `deviates`), by the cube-root approximation of Wilson and Hilferty (1931),
/// Proceedings of the National Academy of Sciences 17.
inline double chi_square_limit(double freedom, double deviates = 4.35) {
  const double part = 2.0 / (9.0 * freedom);
  const double root = 1.0 - part + deviates * std::sqrt(part);
  return freedom * root * root * root;
}

/// Chi-square of counts against what was expected of each cell.
template <class Count>
double chi_square(const std::vector<Count>& counts, const std::vector<double>& expected) {
  double sum = 0.0;
  for (std::size_t cell = 0; cell < counts.size(); ++cell) {
    const double gap = static_cast<double>(counts[cell]) - expected[cell];
    sum += gap * gap / expected[cell];
  }
  return sum;
}

}  // namespace homeroom::testing
