// Shares of variance over all combinations of levels: algebra knows them exactly.
#include <gtest/gtest.h>

#include "analysis/sensitivity/factorial.hpp"
#include "analysis/sensitivity/replicate_noise.hpp"
#include "tests/theory/sensitivity_functions.hpp"

namespace homeroom::sensitivity {
namespace {

TEST(Factorial, MeetsEveryCombinationLastFactorFirst) {
  const Factorial design({2, 3});
  EXPECT_EQ(design.points(), 6u);
  double unit[2];
  for (std::uint64_t i = 0; i < 6; ++i) {
    design.point(i, unit);
    EXPECT_EQ(static_cast<std::uint64_t>(unit[0] * 2), i / 3);
    EXPECT_EQ(static_cast<std::uint64_t>(unit[1] * 3), i % 3);
  }
  EXPECT_THROW(Factorial({2, 0}), DesignRefused);
  EXPECT_THROW(Factorial({1u << 31, 4}), DesignRefused);
}

// y = 3 a + b + 2 a b of two factors at -1/4 and 1/4, and a third that does nothing: parts 9/16,
// 1/16 and 4/256 of variance.
TEST(Factorial, SharesAreThoseOfContrasts) {
  const Factorial design({2, 2, 3});
  const FactorialShares found = design.shares(lived(design, [](const double* u) {
    const double a = u[0] - 0.5, b = u[1] - 0.5;
    return 7.0 + 3.0 * a + b + 2.0 * a * b;
  }));
  const double a = 9.0 / 16.0, b = 1.0 / 16.0, both = 4.0 / 256.0, all = a + b + both;
  EXPECT_NEAR(found.factors[0].first, a / all, 1e-12);
  EXPECT_NEAR(found.factors[1].first, b / all, 1e-12);
  EXPECT_NEAR(found.factors[0].total, (a + both) / all, 1e-12);
  EXPECT_NEAR(found.factors[1].total, (b + both) / all, 1e-12);
  EXPECT_NEAR(found.factors[2].first, 0.0, 1e-12);
  EXPECT_EQ(found.factors[2].total, 0.0);
  EXPECT_NEAR(found.first_together, (a + b) / all, 1e-12);
  EXPECT_NEAR(found.variance, all, 1e-12);
  EXPECT_NEAR(found.mean, 7.0, 1e-12);
}

// A fine grid of Ishigami's function nears its closed form.
TEST(Factorial, SharesNearTheClosedForm) {
  const Factorial design({40, 40, 40});
  const Ishigami function;
  const FactorialShares found = design.shares(lived(design, function));
  for (int f = 0; f < 3; ++f) {
    EXPECT_NEAR(found.factors[static_cast<std::size_t>(f)].first, function.first(f), 0.002);
    EXPECT_NEAR(found.factors[static_cast<std::size_t>(f)].total, function.total(f), 0.002);
  }
}

TEST(Factorial, WantsEveryPoint) {
  const Factorial design({2, 2});
  std::vector<double> values = {1, 2, 3, std::nan("")};
  EXPECT_THROW(design.shares(rows_of(design).outcome(values)), DesignRefused);
  values[3] = 1;
  EXPECT_NO_THROW(design.shares(rows_of(design).outcome(values)));
  EXPECT_TRUE(
      std::isnan(design.shares(lived(design, [](const double*) { return 0.1; })).factors[0].total));
}

// Points 0, 1, 2 and replicates +-1 on all points alike: nothing of the means is chance.
TEST(ReplicateNoise, DoesNotCountWhatAllPointsShare) {
  ReplicateNoise noise(2);
  for (const double point : {0.0, 1.0, 2.0}) noise.add({1e6 + point - 1.0, 1e6 + point + 1.0});
  noise.add({5.0, std::nan("")});
  const ChanceShare found = noise.share();
  EXPECT_EQ(found.points, 3u);
  EXPECT_NEAR(found.share, 0.0, 1e-6);
  EXPECT_NEAR(found.of_a_run, 0.0, 1e-3);
  EXPECT_NEAR(found.shared, std::sqrt(2.0), 1e-6);
}

// Cells 0 4 / 2 2 / 7 3 by hand.
TEST(ReplicateNoise, IsTheRestOverThePoints) {
  ReplicateNoise noise(2);
  noise.add({0, 4});
  noise.add({2, 2});
  noise.add({7, 3});
  // Means 2, 2, 5 about 3: 2 (1 + 1 + 4) = 12 between points, replicates' means 3 and 3: 0, all
  // squares about 3: 9 + 1 + 1 + 1 + 16 + 0 = 28, so that the rest is 16, each of 2 degrees.
  EXPECT_NEAR(noise.share().share, 16.0 / 12.0, 1e-12);
  EXPECT_NEAR(noise.share().of_a_run, std::sqrt(8.0), 1e-12);
  EXPECT_EQ(noise.share().shared, 0.0);
}

TEST(ReplicateNoise, OfOneReplicateIsUnknown) {
  ReplicateNoise noise(1);
  noise.add({1});
  noise.add({2});
  EXPECT_TRUE(std::isnan(noise.share().share));
}

}  // namespace
}  // namespace homeroom::sensitivity
