#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "sim/core/arithmetic.hpp"
#include "sim/year/testing.hpp"

namespace homeroom {

namespace {

/// Correlation of the state's scores so many years apart.
double correlation_at(const TestingParameters& nature, int lag) {
  return lag == 1 ? nature.adjacent : lag == 2 ? nature.two_apart : nature.three_apart;
}

}  // namespace

Prediction predict_from_one(const TestingParameters& nature, int lag) {
  const double r = correlation_at(nature, lag);
  return {static_cast<float>(r), 0.0f, static_cast<float>(sqrt_of(1.0 - r * r))};
}

Prediction predict_from_two(const TestingParameters& nature, int lag) {
  // Regression on (x1, x2) with corr(x1, x2) = r, corr(y, x1) = r1 and corr(y, x2) = r2.
  const double r = nature.adjacent;
  const double r1 = correlation_at(nature, lag), r2 = correlation_at(nature, lag + 1);
  const double determinant = 1.0 - r * r;
  const double b1 = (r1 - r * r2) / determinant;
  const double b2 = (r2 - r * r1) / determinant;
  const double explained = b1 * r1 + b2 * r2;
  return {static_cast<float>(b1), static_cast<float>(b2),
          static_cast<float>(sqrt_of(1.0 - explained))};
}

namespace {

/// Cuts at Phi^-1(k / 100), k from 1 to 99: a residual between cut k and the next has percentile k;
/// below the first it is 1. Residuals are sorted into narrow bins first; of each bin it is known
/// how many cuts lie below it, and no two lie inside: a bin is less than a third as wide as the
/// narrowest percentile.
class Cuts {
 public:
  Cuts() {
    for (std::size_t k = 0; k < kCuts; ++k) {
      cut_[k] = normal_quantile((static_cast<double>(k) + 1.0) / 100.0);
    }
    for (std::size_t bin = 1; bin < kBins; ++bin) {
      const double lowest = static_cast<double>(bin) / kPerUnit - kLimit - kSlack;
      const auto below =
          std::lower_bound(cut_.begin(), cut_.begin() + kCuts, lowest) - cut_.begin();
      below_[bin] = static_cast<std::uint8_t>(below);
    }
    cut_[kCuts] = std::numeric_limits<double>::infinity();
  }

  /// How many cuts are not above the residual.
  int passed(double residual) const {
    const double place = (clamp_to(residual, -kLimit, kLimit) + kLimit) * kPerUnit;
    const int cuts = below_[static_cast<std::size_t>(place)];
    return cuts + (cut_[static_cast<std::size_t>(cuts)] <= residual);
  }

 private:
  static constexpr std::size_t kCuts = 99, kBins = 641;
  static constexpr double kLimit = 2.5, kPerUnit = 128.0;
  /// More than rounding can shift a residual across a bin's edge.
  static constexpr double kSlack = 1e-9;
  std::array<double, kCuts + 1> cut_{};      ///< the last is above all
  std::array<std::uint8_t, kBins> below_{};  ///< the first bin takes whatever lies below it
};

}  // namespace

int growth_percentile(double standardised) {
  static const Cuts cuts;
  return std::max(cuts.passed(standardised), 1);
}

void growth_percentiles(const float* standardised, std::size_t count, std::uint8_t* percentiles) {
  static const Cuts cuts;
  for (std::size_t i = 0; i < count; ++i) {
    const int passed = cuts.passed(static_cast<double>(standardised[i]));
    percentiles[i] = static_cast<std::uint8_t>(passed > 1 ? passed : 1);
  }
}

}  // namespace homeroom
