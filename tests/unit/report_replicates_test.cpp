// Means, errors, bands and paired differences over replicates.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/report/replicates.hpp"

namespace homeroom::report {
namespace {

Lives first_whole_numbers(int count) {
  Lives lives;
  for (int k = 1; k <= count; ++k) lives[k] = k;
  return lives;
}

TEST(ReportReplicates, TellMeanAndMonteCarloError) {
  const Summary summary = spread_of({{1, 1.0}, {2, 2.0}, {3, 6.0}});
  EXPECT_EQ(summary.replicates, 3);
  EXPECT_DOUBLE_EQ(summary.mean, 3.0);
  EXPECT_DOUBLE_EQ(summary.error, std::sqrt(7.0 / 3.0));  // variance 7 over 3
}

TEST(ReportReplicates, BandIsMiddleOfManyAndEndsOfFew) {
  const Summary few = spread_of(first_whole_numbers(19));
  EXPECT_DOUBLE_EQ(few.low, 1.0);
  EXPECT_DOUBLE_EQ(few.high, 19.0);
  const Summary many = spread_of(first_whole_numbers(21));
  EXPECT_DOUBLE_EQ(many.low, 2.0);  // the 5th of 100 parts of 20 steps
  EXPECT_DOUBLE_EQ(many.high, 20.0);
  EXPECT_NE(band_words(19), band_words(20));
}

TEST(ReportReplicates, IntervalIsStudents) {
  const Summary summary = interval_of({{1, 1.0}, {2, 2.0}, {3, 3.0}});
  EXPECT_NEAR(summary.high - summary.mean, 4.302653 / std::sqrt(3.0), 1e-5);  // t of 2 degrees
}

TEST(ReportReplicates, OneReplicateHasNoErrorAndNoBand) {
  const Summary summary = interval_of({{4, 7.0}});
  EXPECT_DOUBLE_EQ(summary.mean, 7.0);
  EXPECT_TRUE(std::isnan(summary.error));
  EXPECT_TRUE(std::isnan(summary.low));
}

TEST(ReportReplicates, DifferencesPairTheSameReplicateAlone) {
  const Lives difference =
      difference_of({{1, 5.0}, {2, 7.0}, {3, 9.0}}, {{2, 1.0}, {3, 2.0}, {4, 3.0}});
  EXPECT_EQ(difference, (Lives{{2, 6.0}, {3, 7.0}}));
}

TEST(ReportReplicates, WhatIsNoNumberIsLeftOut) {
  Replicates values;
  values.add("pilot", 2012, 1, std::nan(""));
  EXPECT_TRUE(values.empty());
  values.add("pilot", 2012, 2, 1.5);
  EXPECT_EQ(values.of("pilot", 2012), (Lives{{2, 1.5}}));
  EXPECT_TRUE(values.of("pilot", 2013).empty());
  EXPECT_EQ(values.replicates(), 1);
}

}  // namespace
}  // namespace homeroom::report
