// Paired differences against numbers worked out by hand, and Student's t against printed tables.
#include "analysis/truth/paired.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/estimators/student_t.hpp"

namespace homeroom::truth {
namespace {

using estimators::t_within;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

// Two-sided 5 % points of Student's t: Fisher and Yates (1963), Statistical Tables, table III.
TEST(StudentT, IsThatOfTheTables) {
  EXPECT_NEAR(t_within(0.95, 1), 12.706, 0.0005);
  EXPECT_NEAR(t_within(0.95, 4), 2.776, 0.0005);
  EXPECT_NEAR(t_within(0.95, 19), 2.093, 0.0005);
  EXPECT_NEAR(t_within(0.99, 10), 3.169, 0.0005);
  EXPECT_NEAR(t_within(0.95, 1000000), 1.95996, 0.00001);
}

// Differences 1, 3, 2, 2: mean 2, variance 2/3; base 10, 20, 30, 40 and alternative 11, 23, 32, 42:
// variances 500/3 and 522/3.
TEST(Paired, HasTheErrorOfTheDifferencesAlone) {
  const PairedDifference of = paired_difference({10, 20, 30, 40}, {11, 23, 32, 42});
  EXPECT_EQ(of.pairs, 4);
  EXPECT_DOUBLE_EQ(of.base, 25);
  EXPECT_DOUBLE_EQ(of.alternative, 27);
  EXPECT_DOUBLE_EQ(of.difference, 2);
  EXPECT_NEAR(of.error, std::sqrt(2.0 / 3.0 / 4.0), 1e-12);
  EXPECT_NEAR(of.low, 2 - 3.18245 * of.error, 1e-4);
  EXPECT_NEAR(of.high, 2 + 3.18245 * of.error, 1e-4);
  EXPECT_NEAR(of.unpaired, 4 * (500.0 / 3 + 522.0 / 3) / (2.0 / 3), 1e-6);
}

TEST(Paired, CountsReplicatesThatBothArmsHave) {
  const PairedDifference of = paired_difference({1, kMissing, 3, 4}, {2, 7, kMissing, 6});
  EXPECT_EQ(of.pairs, 2);
  EXPECT_DOUBLE_EQ(of.base, 2.5);
  EXPECT_DOUBLE_EQ(of.alternative, 4);
  EXPECT_DOUBLE_EQ(of.difference, 1.5);
}

TEST(Paired, TellsOfAModelThatOneArmHas) {
  const PairedDifference of = paired_difference({kMissing, kMissing}, {1, 3});
  EXPECT_EQ(of.pairs, 0);
  EXPECT_TRUE(std::isnan(of.base));
  EXPECT_DOUBLE_EQ(of.alternative, 2);
  EXPECT_TRUE(std::isnan(of.difference));
  EXPECT_TRUE(std::isnan(of.unpaired));
}

TEST(Paired, IsExactlyNoughtWhereNothingDiffers) {
  const PairedDifference of = paired_difference({0.1, 0.7, 1e-9}, {0.1, 0.7, 1e-9});
  EXPECT_EQ(of.difference, 0.0);
  EXPECT_EQ(of.error, 0.0);
  EXPECT_EQ(of.low, 0.0);
  EXPECT_EQ(of.high, 0.0);
  EXPECT_TRUE(std::isnan(of.unpaired));
}

TEST(Paired, HasNoErrorOfOnePair) {
  const PairedDifference of = paired_difference({1}, {3});
  EXPECT_DOUBLE_EQ(of.difference, 2);
  EXPECT_TRUE(std::isnan(of.error));
  EXPECT_TRUE(std::isnan(of.high));
}

}  // namespace
}  // namespace homeroom::truth
