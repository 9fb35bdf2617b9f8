#include <algorithm>
#include <array>

#include "sim/core/arithmetic.hpp"
#include "sim/year/testing.hpp"

namespace homeroom {

Prediction predict_from_one(const TestingParameters& nature, int lag) {
  const double r = lag == 1 ? nature.adjacent : nature.two_apart;
  return {static_cast<float>(r), 0.0f, static_cast<float>(sqrt_of(1.0 - r * r))};
}

Prediction predict_from_two(const TestingParameters& nature) {
  // Regression on (x1, x2) with corr(y, x1) = corr(x1, x2) = r1 and corr(y, x2) = r2.
  const double r1 = nature.adjacent, r2 = nature.two_apart;
  const double determinant = 1.0 - r1 * r1;
  const double b1 = (r1 - r1 * r2) / determinant;
  const double b2 = (r2 - r1 * r1) / determinant;
  const double explained = b1 * r1 + b2 * r2;
  return {static_cast<float>(b1), static_cast<float>(b2),
          static_cast<float>(sqrt_of(1.0 - explained))};
}

int growth_percentile(double standardised) {
  // Cuts at Phi^-1(k / 100): a residual between cut k and k + 1 has percentile k + 1, within 1-99.
  static const std::array<double, 99> cuts = [] {
    std::array<double, 99> at{};
    for (int k = 0; k < 99; ++k) at[static_cast<std::size_t>(k)] = normal_quantile((k + 1) / 100.0);
    return at;
  }();
  const auto above = std::upper_bound(cuts.begin(), cuts.end(), standardised) - cuts.begin();
  return static_cast<int>(above < 1 ? 1 : above > 99 ? 99 : above);
}

}  // namespace homeroom
