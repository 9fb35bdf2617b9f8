// Tests and what is made of them, against a large sample of the state's reference distribution.
#include "sim/year/testing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "sim/core/arithmetic.hpp"
#include "sim/year/testing_tally.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom {
namespace {

class Tests : public ::testing::Test {
 protected:
  TestingParameters nature = testing::shipped<TestingParameters>("testing");
};

TEST_F(Tests, PredictionFromTwoScoresIsTheRegression) {
  const Prediction p = predict_from_two(nature);
  // Normal equations: b1 + r1 b2 = r1, r1 b1 + b2 = r2.
  EXPECT_NEAR(p.on_last + nature.adjacent * p.on_before, nature.adjacent, 1e-6);
  EXPECT_NEAR(nature.adjacent * p.on_last + p.on_before, nature.two_apart, 1e-6);
  EXPECT_LT(p.residual_sd, predict_from_one(nature, 1).residual_sd);
  EXPECT_LT(predict_from_one(nature, 1).residual_sd, predict_from_one(nature, 2).residual_sd);
}

// Percentiles of the reference itself are even. Chi-square over 99 percentiles (98 degrees of
// freedom) at 99,000 draws: above 165 once in 25,000.
TEST_F(Tests, GrowthPercentilesOfTheReferenceAreEven) {
  const Dice dice(7, 1);
  std::vector<int> counts(100, 0);
  for (std::uint64_t i = 0; i < 99000; ++i) {
    ++counts[static_cast<std::size_t>(growth_percentile(dice.normal(Die::TestErrorMath, 0, i)))];
  }
  EXPECT_EQ(counts[0], 0);
  double chi = 0;
  // Percentile 1 holds the lowest hundredth as well, since there is no percentile 0.
  for (int p = 2; p < 99; ++p) {
    const double expected = 990.0;
    chi += (counts[static_cast<std::size_t>(p)] - expected) *
           (counts[static_cast<std::size_t>(p)] - expected) / expected;
  }
  EXPECT_LT(chi, 165.0);
  EXPECT_NEAR(counts[1], 1980, 200);
  EXPECT_NEAR(counts[99], 990, 150);
}

TEST_F(Tests, PercentilesAreOrderedAndWithinBounds) {
  EXPECT_EQ(growth_percentile(-9.0), 1);
  EXPECT_EQ(growth_percentile(9.0), 99);
  EXPECT_EQ(growth_percentile(0.001), 50);
  for (double z = -3; z < 3; z += 0.01) {
    EXPECT_LE(growth_percentile(z), growth_percentile(z + 0.01));
  }
}

TEST_F(Tests, MediansOfAHandfulAreRight) {
  TestTally tally;
  tally.resize(1);
  for (int percentile : {10, 20, 40, 90}) tally.add_growth(0, kMath, percentile, 0.1f);
  for (int percentile : {10, 20, 90}) tally.add_growth(0, kEla, percentile, 0.1f);
  const SchoolTests tests = tally.summary(0, 1, 0.6, 0.33);
  EXPECT_DOUBLE_EQ(tests.median_sgp[kMath], 30.0);
  EXPECT_DOUBLE_EQ(tests.median_sgp[kEla], 20.0);
  EXPECT_NEAR(tests.value_added[kMath], 0.1, 1e-4);
  const SchoolTests few = tally.summary(0, 10, 0.6, 0.33);
  EXPECT_EQ(few.median_sgp[kMath], 0.0);
  EXPECT_EQ(few.value_added_level, 0);
}

TEST_F(Tests, ValueAddedLevelsFollowTheIndex) {
  for (const auto& [residual, level] : std::vector<std::pair<float, int>>{
           {0.30f, 5}, {0.09f, 4}, {0.0f, 3}, {-0.09f, 2}, {-0.30f, 1}}) {
    TestTally tally;
    tally.resize(1);
    for (int i = 0; i < 50; ++i) {
      tally.add_growth(0, kMath, 50, residual);
      tally.add_growth(0, kEla, 50, residual);
    }
    // Standard error: .6 sqrt(1.33 / 100) = .069.
    EXPECT_EQ(tally.summary(0, 20, 0.6, 0.33).value_added_level, level) << residual;
  }
}

TEST_F(Tests, TalliesAddUpInAnyOrder) {
  TestTally a, b, left, right;
  for (TestTally* tally : {&a, &b, &left, &right}) tally->resize(2);
  a.add_score(0, kMath, 250, true);
  b.add_score(0, kMath, -1250, false);
  b.add_growth(1, kEla, 33, -0.2f);
  left.add(a);
  left.add(b);
  right.add(b);
  right.add(a);
  EXPECT_EQ(left.summary(0, 1, 1, 0).mean_score[kMath],
            right.summary(0, 1, 1, 0).mean_score[kMath]);
  EXPECT_DOUBLE_EQ(left.summary(0, 1, 1, 0).mean_score[kMath], -0.5);
  EXPECT_EQ(left.summary(0, 1, 1, 0).proficient[kMath], 1);
}

}  // namespace
}  // namespace homeroom
