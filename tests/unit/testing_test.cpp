// Tests and what is made of them, against a large sample of the state's reference distribution.
#include "sim/year/testing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/core/arithmetic.hpp"
#include "sim/year/testing_sitting.hpp"
#include "sim/year/testing_tally.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom {
namespace {

class Tests : public ::testing::Test {
 protected:
  TestingParameters nature = testing::shipped<TestingParameters>("testing");

  /// A residual of a child of grade 4 with two prior scores.
  static void add(TestTally& tally, std::size_t school, int subject, int percentile,
                  float residual) {
    tally.add(school, subject, {4, 0, false, testing::Prior::OneAndTwo, percentile, residual});
  }
  /// Children's residuals have SD .6 and correlate .33; nothing is shared.
  static GrowthErrors plain_errors() {
    GrowthErrors errors;
    errors.variance.fill(0.36);
    errors.correlation = 0.33;
    return errors;
  }
  SchoolTests summary(const TestTally& tally, std::size_t school, int minimum) {
    nature.minimum_tested = minimum;
    return tally.summary(school, nature, plain_errors(), {});
  }
};

TEST_F(Tests, PredictionFromTwoScoresIsTheRegression) {
  const double apart[] = {1, nature.adjacent, nature.two_apart, nature.three_apart};
  for (int lag : {1, 2}) {
    const Prediction p = predict_from_two(nature, lag);
    // Normal equations: b1 + r b2 = r1, r b1 + b2 = r2.
    EXPECT_NEAR(p.on_last + nature.adjacent * p.on_before, apart[lag], 1e-6);
    EXPECT_NEAR(nature.adjacent * p.on_last + p.on_before, apart[lag + 1], 1e-6);
    EXPECT_LT(p.residual_sd, predict_from_one(nature, lag).residual_sd);
    EXPECT_LT(predict_from_one(nature, lag).residual_sd,
              predict_from_one(nature, lag + 1).residual_sd);
  }
}

TEST_F(Tests, GradeTenLooksBackToGradesEightAndSeven) {
  using testing::Prior;
  const testing::Sitting sitting(nature, true);
  const testing::PriorTable& priors = sitting.priors();
  EXPECT_EQ(priors[8][1][1], Prior::OneAndTwo);
  EXPECT_EQ(priors[8][0][1], Prior::Two);
  EXPECT_EQ(priors[10][1][1], Prior::TwoAndThree);
  EXPECT_EQ(priors[10][1][0], Prior::Two);
  EXPECT_EQ(priors[10][0][1], Prior::Three);
  EXPECT_EQ(priors[10][0][0], Prior::None);
}

TEST_F(Tests, PredictionsFromOneScoreAreOfItsAge) {
  using testing::Prior;
  const auto variance = testing::Sitting(nature, true).variances();
  const auto left = [](double correlation) { return 1 - correlation * correlation; };
  EXPECT_NEAR(variance[static_cast<std::size_t>(Prior::One)], left(nature.adjacent), 1e-6);
  EXPECT_NEAR(variance[static_cast<std::size_t>(Prior::Two)], left(nature.two_apart), 1e-6);
  EXPECT_NEAR(variance[static_cast<std::size_t>(Prior::Three)], left(nature.three_apart), 1e-6);
}

TEST_F(Tests, ErrorsShareTheirPartAndNoneWhereItIsNought) {
  constexpr std::size_t kChildren = 4000;
  const Dice dice(7, 1);
  std::vector<float> math(kChildren), own(kChildren), ela;
  for (std::size_t i = 0; i < kChildren; ++i) {
    math[i] = static_cast<float>(dice.normal(Die::TestErrorMath, 0, i));
    own[i] = static_cast<float>(dice.normal(Die::TestErrorEla, 0, i));
  }
  ela = own;
  nature.error_correlation = 0;
  testing::Sitting(nature, true).share_errors(math.data(), ela.data(), kChildren);
  EXPECT_EQ(ela, own);
  nature.error_correlation = 0.6;
  testing::Sitting(nature, true).share_errors(math.data(), ela.data(), kChildren);
  double product = 0, square = 0;
  for (std::size_t i = 0; i < kChildren; ++i) {
    product += static_cast<double>(math[i]) * static_cast<double>(ela[i]) / kChildren;
    square += static_cast<double>(ela[i]) * static_cast<double>(ela[i]) / kChildren;
  }
  EXPECT_NEAR(product, 0.6, 0.1);  // five standard errors
  EXPECT_NEAR(square, 1.0, 0.12);
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
  // 4.5 and 4.8 standard errors: 7 and 2 in a million.
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

TEST_F(Tests, PointsAreThousandthsToTheLastBit) {
  for (int points = -32768; points <= 32767; ++points) {
    const auto stored = static_cast<std::int16_t>(points);
    ASSERT_EQ(testing::score_of(stored), static_cast<float>(points) / kScorePoints) << points;
  }
}

TEST_F(Tests, PercentilesOfColumnsAreThoseOfChildren) {
  std::vector<float> residuals;
  for (float z = -4; z < 4; z += 0.0007f) residuals.push_back(z);
  // Both sides of every cut.
  for (int k = 1; k < 100; ++k) {
    const auto cut = static_cast<float>(normal_quantile(k / 100.0));
    for (const float at : {std::nextafter(cut, -9.0f), cut, std::nextafter(cut, 9.0f)}) {
      residuals.push_back(at);
    }
  }
  std::vector<std::uint8_t> percentiles(residuals.size());
  growth_percentiles(residuals.data(), residuals.size(), percentiles.data());
  for (std::size_t i = 0; i < residuals.size(); ++i) {
    ASSERT_EQ(percentiles[i], growth_percentile(static_cast<double>(residuals[i]))) << residuals[i];
  }
}

TEST_F(Tests, MediansOfAHandfulAreRight) {
  TestTally tally;
  tally.resize(1);
  for (int percentile : {10, 20, 40, 90}) add(tally, 0, kMath, percentile, 0.1f);
  for (int percentile : {10, 20, 90}) add(tally, 0, kEla, percentile, 0.1f);
  const SchoolTests tests = summary(tally, 0, 1);
  EXPECT_DOUBLE_EQ(tests.median_sgp[kMath], 30.0);
  EXPECT_DOUBLE_EQ(tests.median_sgp[kEla], 20.0);
  EXPECT_NEAR(tests.value_added[kMath], 0.1, 1e-4);
  const SchoolTests few = summary(tally, 0, 10);
  EXPECT_EQ(few.median_sgp[kMath], 0.0);
  EXPECT_EQ(few.value_added_level, 0);
}

TEST_F(Tests, ValueAddedLevelsFollowTheIndex) {
  for (const auto& [residual, level] : std::vector<std::pair<float, int>>{
           {0.30f, 5}, {0.09f, 4}, {0.0f, 3}, {-0.09f, 2}, {-0.30f, 1}}) {
    TestTally tally;
    tally.resize(1);
    for (int i = 0; i < 50; ++i) {
      add(tally, 0, kMath, 50, residual);
      add(tally, 0, kEla, 50, residual);
    }
    // Standard error: .6 sqrt(1.33 / 100) = .069.
    EXPECT_EQ(summary(tally, 0, 20).value_added_level, level) << residual;
  }
}

TEST(ValueAddedError, IsTheTextbooksWhereNothingIsShared) {
  GrowthErrors errors;
  errors.variance.fill(0.36);
  errors.correlation = 0.5;
  ResidualCounts school;
  school.prior[kMath][2] = school.prior[kEla][2] = 100;
  school.grade[kMath][4] = school.grade[kEla][4] = 100;
  school.sections[4] = 4;
  EXPECT_NEAR(standard_error(errors, school), 0.6 * std::sqrt(1.5 / 200), 1e-12);
  // A shock to the grade alone: of two subjects that share it wholly no more than one is left.
  errors.variance.fill(0.0);
  errors.shocks = {0.08, 0.0, 1.0};
  EXPECT_NEAR(standard_error(errors, school), 0.08, 1e-12);
  errors.shocks = {0.0, 0.1, 0.0};
  EXPECT_NEAR(standard_error(errors, school), 0.1 / std::sqrt(4 * 2.0), 1e-12);
  // The same children in two grades: two shocks instead of one.
  errors.shocks = {0.08, 0.0, 1.0};
  school.grade[kMath][4] = school.grade[kEla][4] = 50;
  school.grade[kMath][5] = school.grade[kEla][5] = 50;
  EXPECT_NEAR(standard_error(errors, school), 0.08 / std::sqrt(2.0), 1e-12);
}

TEST(ValueAddedError, TakesVariancesAndCorrelationFromTheRecords) {
  const Dice dice(7, 1);
  ResidualSums first, second;
  for (std::uint64_t i = 0; i < 8000; ++i) {
    const auto math = static_cast<float>(dice.normal(Die::TestErrorMath, 0, i));
    const auto own = static_cast<float>(dice.normal(Die::TestErrorEla, 0, i));
    const float ela = 0.4f * math + std::sqrt(0.84f) * own;
    ResidualSums& half = i % 2 == 0 ? first : second;
    half.add(2, 0.5f * math);
    half.add(2, 0.5f * ela);
    half.add_pair(math, ela);
  }
  first.add(second);
  std::array<double, kPriors> reference;
  reference.fill(0.7);
  const GrowthErrors errors = estimate_errors(first, reference, 20, {});
  EXPECT_NEAR(errors.correlation, 0.4, 0.06);  // five standard errors
  EXPECT_NEAR(errors.variance[2], 0.25, 0.02);
  EXPECT_EQ(errors.variance[1], 0.7);
  EXPECT_EQ(estimate_errors({}, reference, 20, {}).correlation, 0.0);
}

// The same additions in the same order, whatever a vector holds: no number differs in a bit.
TEST(ValueAddedError, ManyResidualsAddUpAsOneAfterTheOther) {
  const Dice dice(7, 2);
  ResidualSums together, single;
  for (const std::size_t count : {0u, 1u, 2u, 7u, 600u}) {  // each goes on from what is there
    std::vector<std::uint8_t> kinds;
    std::vector<float> residuals;
    for (std::uint64_t i = 0; i < count; ++i) {
      kinds.push_back(static_cast<std::uint8_t>(i * 5 % kPriors));
      residuals.push_back(static_cast<float>(dice.normal(Die::TestErrorMath, 0, i)));
      if (kinds.back() != 0) single.add(kinds.back(), residuals.back());
    }
    together.add_all(kinds.data(), residuals.data(), count);
    for (std::size_t kind = 0; kind < kPriors; ++kind) {
      EXPECT_EQ(together.prior[kind].count, single.prior[kind].count) << kind;
      EXPECT_EQ(together.prior[kind].sum, single.prior[kind].sum) << kind;
      EXPECT_EQ(together.prior[kind].squares, single.prior[kind].squares) << kind;
    }
  }
  EXPECT_GT(together.prior[kPriors - 1].count, 90);
}

TEST_F(Tests, TalliesAddUpInAnyOrder) {
  TestTally a, b, left, right;
  for (TestTally* tally : {&a, &b, &left, &right}) tally->resize(2);
  a.add(0, kMath, {4, 250, true});
  b.add(0, kMath, {4, -1250, false});
  add(b, 1, kEla, 33, -0.2f);
  left.add(a);
  left.add(b);
  right.add(b);
  right.add(a);
  EXPECT_EQ(summary(left, 0, 1).mean_score[kMath], summary(right, 0, 1).mean_score[kMath]);
  EXPECT_DOUBLE_EQ(summary(left, 0, 1).mean_score[kMath], -0.5);
  EXPECT_EQ(summary(left, 0, 1).proficient[kMath], 1);
}

}  // namespace
}  // namespace homeroom
