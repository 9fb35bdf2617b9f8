// Elementary effects of functions whose mu, mu* and sigma algebra knows.
#include <gtest/gtest.h>

#include "analysis/sensitivity/morris.hpp"
#include "tests/theory/sensitivity_functions.hpp"

namespace homeroom::sensitivity {
namespace {

const Asked kAsked{0.95, 200, 1, false};

TEST(ElementaryEffects, OfALineAreItsSlopes) {
  const Morris design(10, 3, 4, 3);
  const ElementaryEffects found = design.effects(
      lived(design, [](const double* u) { return 3.0 * u[0] - 2.0 * u[1]; }), kAsked);
  const double slopes[] = {3.0, -2.0, 0.0};
  for (std::size_t f = 0; f < 3; ++f) {
    EXPECT_NEAR(found.factors[f].mean.estimate, slopes[f], 1e-12);
    EXPECT_NEAR(found.factors[f].mean_absolute.estimate, std::abs(slopes[f]), 1e-12);
    EXPECT_NEAR(found.factors[f].spread.estimate, 0.0, 1e-12);
    EXPECT_NEAR(found.factors[f].mean.high - found.factors[f].mean.low, 0.0, 1e-12);
  }
  EXPECT_EQ(found.trajectories, 10u);
}

// y = (x1 - 1/2) (x2 - 1/2): the effect of x1 is x2 - 1/2, on four levels -3/8, -1/8, 1/8, 3/8:
// mu 0, mu* 1/4, sigma sqrt(5)/8. Of 4000 trajectories each within 5 standard errors.
TEST(ElementaryEffects, OfAProductCancelInMuAlone) {
  const Morris design(4000, 3, 4, 5);
  const auto product = [](const double* u) { return (u[0] - 0.5) * (u[1] - 0.5); };
  const ElementaryEffects found = design.effects(lived(design, product), kAsked);
  const double sigma = std::sqrt(5.0) / 8.0;
  for (std::size_t f = 0; f < 2; ++f) {
    EXPECT_NEAR(found.factors[f].mean.estimate, 0.0, 5.0 * sigma / std::sqrt(4000.0));
    EXPECT_NEAR(found.factors[f].mean_absolute.estimate, 0.25, 5.0 * 0.125 / std::sqrt(4000.0));
    EXPECT_NEAR(found.factors[f].spread.estimate, sigma, 0.01);
  }
  EXPECT_EQ(found.factors[2].mean_absolute.estimate, 0.0);
}

// y = x1^2: on four levels the effect from level l to l + 1/2 is 2 l + 1/2 = 3/4 or 5/4.
TEST(ElementaryEffects, OfACurveSpreadWithoutInteraction) {
  const Morris design(4000, 1, 4, 5);
  const ElementaryEffects found =
      design.effects(lived(design, [](const double* u) { return u[0] * u[0]; }), kAsked);
  EXPECT_NEAR(found.factors[0].mean.estimate, 1.0, 0.02);
  EXPECT_NEAR(found.factors[0].mean_absolute.estimate, found.factors[0].mean.estimate, 1e-12);
  EXPECT_NEAR(found.factors[0].spread.estimate, 0.25, 0.002);
}

// Of 400 seeds an exact interval of 95 % misses 20; more than 42 come about once in 100,000 then.
TEST(ElementaryEffects, IntervalsHoldTheTruth) {
  int missed_mean = 0, missed_absolute = 0, missed_spread = 0;
  const auto function = [](const double* u) {
    return u[0] + (u[0] - 0.5) * (u[1] + u[2] + u[3] + u[4]);
  };
  // The effect of x1 is 1 + x2 + x3 + x4 + x5, each of variance 5/64 on four levels.
  const double mean = 3.0, spread = std::sqrt(4.0 * 5.0 / 64.0);
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Morris design(30, 5, 4, seed);
    const FactorEffects of = design.effects(lived(design, function), kAsked).factors[0];
    missed_mean += mean < of.mean.low || mean > of.mean.high;
    missed_absolute += mean < of.mean_absolute.low || mean > of.mean_absolute.high;
    missed_spread += spread < of.spread.low || spread > of.spread.high;
  }
  EXPECT_LE(missed_mean, 42);
  EXPECT_GE(missed_mean, 4);
  EXPECT_EQ(missed_absolute, missed_mean);
  EXPECT_LE(missed_spread, 42);
  EXPECT_GE(missed_spread, 4);
}

}  // namespace
}  // namespace homeroom::sensitivity
