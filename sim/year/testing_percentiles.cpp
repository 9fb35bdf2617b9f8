#include <algorithm>
#include <array>
#include <cmath>
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
    std::array<double, kCuts> cuts{};
    for (std::size_t k = 0; k < kCuts; ++k) {
      cuts[k] = normal_quantile((static_cast<double>(k) + 1.0) / 100.0);
    }
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      // The first bin takes whatever lies below it.
      const double lowest =
          bin == 0 ? cuts[0] - 1.0 : static_cast<double>(bin) / kPerUnit - kLimit - kSlack;
      const auto below = std::lower_bound(cuts.begin(), cuts.end(), lowest) - cuts.begin();
      below_[bin] = static_cast<std::int32_t>(below);
      next_[bin] = below == kCuts ? std::numeric_limits<double>::infinity()
                                  : cuts[static_cast<std::size_t>(below)];
      next_as_float_[bin] = not_below(next_[bin]);
    }
  }

  int percentile_of(double residual) const {
    const double place = (clamp_to(residual, -kLimit, kLimit) + kLimit) * kPerUnit;
    const auto bin = static_cast<std::size_t>(place);
    return std::max(1, below_[bin] + (residual >= next_[bin]));
  }
  int percentile_of(float residual) const {
    constexpr auto limit = static_cast<float>(kLimit), per_unit = static_cast<float>(kPerUnit);
    const float place = (clamp_to(residual, -limit, limit) + limit) * per_unit;
    const auto bin = static_cast<std::size_t>(static_cast<std::int32_t>(place));
    return std::max(1, below_[bin] + (residual >= next_as_float_[bin]));
  }

 private:
  static constexpr std::size_t kCuts = 99, kBins = 641;
  static constexpr double kLimit = 2.5, kPerUnit = 128.0;
  /// More than rounding can shift a residual across a bin's edge, in either precision.
  static constexpr double kSlack = 1e-6;

  /// The least float that is not below a cut.
  static float not_below(double cut) {
    const auto nearest = static_cast<float>(cut);
    const float above = std::numeric_limits<float>::infinity();
    return static_cast<double>(nearest) < cut ? std::nextafter(nearest, above) : nearest;
  }

  std::array<std::int32_t, kBins> below_{};  ///< cuts below a bin
  std::array<double, kBins> next_{};         ///< the first that is not
  std::array<float, kBins> next_as_float_{};
};

}  // namespace

int growth_percentile(double standardised) {
  static const Cuts cuts;
  return cuts.percentile_of(standardised);
}

void growth_percentiles(const float* standardised, std::size_t count, std::uint8_t* percentiles) {
  static const Cuts cuts;
  for (std::size_t i = 0; i < count; ++i) {
    percentiles[i] = static_cast<std::uint8_t>(cuts.percentile_of(standardised[i]));
  }
}

}  // namespace homeroom
