// Statistics of probes: by hand, by closed forms, and by R where a line says so.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/probes/errors_of_tests.hpp"
#include "analysis/probes/replicates.hpp"
#include "analysis/probes/rising.hpp"
#include "analysis/probes/rule.hpp"
#include "analysis/probes/who_speaks.hpp"

namespace homeroom::probes {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

TEST(ProbeReplicates, AMeanHasStudentsInterval) {
  // By hand: sd 2.1602, t of 3 degrees 3.1824, half an interval 3.1824 x 2.1602 / 2 = 3.4374.
  const Told told = mean_of({1.0, kNone, 2.0, 3.0, 6.0});
  EXPECT_EQ(told.replicates, 4u);
  EXPECT_DOUBLE_EQ(told.estimate, 3.0);
  EXPECT_NEAR(told.high - 3.0, 3.4374, 1e-3);
  EXPECT_NEAR(3.0 - told.low, 3.4374, 1e-3);
}

TEST(ProbeReplicates, OneReplicateHasNoErrorAndNoneHasNoMean) {
  EXPECT_TRUE(std::isnan(mean_of({2.0}).low));
  EXPECT_TRUE(std::isnan(mean_of({kNone}).estimate));
  EXPECT_EQ(mean_of({}).replicates, 0u);
  EXPECT_TRUE(std::isnan(share_of({kNone}).low));
}

TEST(ProbeReplicates, WilsonsIntervalIsThatOfItsPaper) {
  // 30 of 40: .598 to .858 (R: prop.test(30, 40, correct = FALSE)).
  std::vector<double> events(40, 1.0);
  for (std::size_t i = 0; i < 10; ++i) events[i] = 0.0;
  const Told told = share_of(events);
  EXPECT_DOUBLE_EQ(told.estimate, 0.75);
  EXPECT_NEAR(told.low, 0.5981, 1e-4);
  EXPECT_NEAR(told.high, 0.8581, 1e-4);
  EXPECT_NEAR(share_of({0.0, 0.0}).low, 0.0, 1e-12);
}

TEST(ProbeReplicates, QuantilesAreThoseOfSingleReplicates) {
  std::vector<double> values;
  for (int i = 20; i >= 0; --i) values.push_back(i);
  values.push_back(kNone);
  const Told told = quantiles_of(values);  // R: quantile(0:20, c(.05, .5, .95)): 1, 10, 19
  EXPECT_DOUBLE_EQ(told.estimate, 10.0);
  EXPECT_DOUBLE_EQ(told.low, 1.0);
  EXPECT_DOUBLE_EQ(told.high, 19.0);
}

TEST(ProbeErrors, SignsAndSignificance) {
  EXPECT_EQ(is_significant(0.049), 1.0);
  EXPECT_EQ(is_significant(0.05), 0.0);
  EXPECT_TRUE(std::isnan(is_significant(kNone)));
  EXPECT_EQ(finds(2.0, 0.01, 0.5), 1.0);
  EXPECT_EQ(finds(-2.0, 0.01, 0.5), 0.0);  // significant, of the other sign
  EXPECT_EQ(finds(2.0, 0.2, 0.5), 0.0);
  EXPECT_EQ(has_wrong_sign(-1.0, 0.5), 1.0);
  EXPECT_EQ(has_wrong_sign(1.0, 0.5), 0.0);
  EXPECT_TRUE(std::isnan(has_wrong_sign(1.0, 0.0)));
}

TEST(ProbeErrors, WhatIsNotSignificantMayBeShownToBeSmallOrNot) {
  // A small error shows it within the margin, a large one shows nothing.
  EXPECT_EQ(is_unproven({0.1, 0.5, 100.0, 0.84}, 3.0), 0.0);
  EXPECT_EQ(is_unproven({0.1, 3.0, 100.0, 0.97}, 3.0), 1.0);
  // At t of 1.6449 the interval of 90 % ends at the margin, by normal errors.
  EXPECT_EQ(is_unproven({0.0, 3.0 / 1.6, 1e9, 1.0}, 3.0), 1.0);
  EXPECT_EQ(is_unproven({0.0, 3.0 / 1.7, 1e9, 1.0}, 3.0), 0.0);
  EXPECT_TRUE(std::isnan(is_unproven({9.0, 1.0, 100.0, 1e-9}, 3.0)));
}

TEST(ProbeErrors, SeveralTestsAreCounted) {
  EXPECT_EQ(disagree({0.01, 0.5}), 1.0);
  EXPECT_EQ(disagree({0.01, 0.02, kNone}), 0.0);
  EXPECT_TRUE(std::isnan(disagree({0.01, kNone})));
  EXPECT_EQ(any_significant({0.5, 0.04}), 1.0);
  EXPECT_EQ(any_significant({0.5, 0.06}), 0.0);
  EXPECT_DOUBLE_EQ(share_significant({0.5, 0.04, 0.01, kNone, 0.2}), 0.5);
  EXPECT_DOUBLE_EQ(share_positive({1.0, -1.0, 0.0, 2.0, kNone}), 0.5);
  EXPECT_TRUE(std::isnan(any_significant({kNone})));
}

TEST(ProbeRising, ExceptionsAreLeftOut) {
  EXPECT_EQ(longest_rise({3.0, 1.0, 2.0, 5.0, 4.0}), 3u);
  EXPECT_EQ(rises_but_for({1.0, 2.0, 3.0}, 0), 1.0);
  EXPECT_EQ(rises_but_for({1.0, 9.0, 2.0, 3.0}, 0), 0.0);
  EXPECT_EQ(rises_but_for({1.0, 9.0, 2.0, 3.0}, 1), 1.0);
  EXPECT_EQ(rises_but_for({2.0, 2.0}, 0), 0.0);  // a tie does not rise
  EXPECT_TRUE(std::isnan(rises_but_for({1.0, kNone}, 0)));
}

TEST(ProbeRising, WhatStaysDoesNotRise) {
  EXPECT_EQ(longest_rise({1.0, 1.0, 1.0}), 1u);
  EXPECT_EQ(longest_rise({1.0, 2.0, 2.0, 3.0}), 3u);
}

TEST(ProbeRising, OrdersAreCounted) {
  EXPECT_DOUBLE_EQ(chance_of_rising(5, 0), 1.0 / 120.0);
  // Orders of five whose longest rise is at most two: the Catalan number 42 (Schensted 1961).
  EXPECT_DOUBLE_EQ(chance_of_rising(5, 2), 1.0 - 42.0 / 120.0);
  EXPECT_DOUBLE_EQ(chance_of_rising(4, 3), 1.0);
  EXPECT_THROW(chance_of_rising(10, 0), std::invalid_argument);
}

TEST(ProbeRule, AnIntervalDecides) {
  EXPECT_EQ(word_of_error({2.0, 1.1, 2.9, 9}, 1.0), Word::Misleads);
  EXPECT_EQ(word_of_error({-2.0, -2.9, -1.1, 9}, 1.0), Word::Misleads);
  EXPECT_EQ(word_of_error({0.5, 0.1, 0.9, 9}, 1.0), Word::Holds);
  EXPECT_EQ(word_of_error({0.9, 0.5, 1.3, 9}, 1.0), Word::CannotTell);
  EXPECT_EQ(word_of_error({1.2, 0.8, 1.6, 9}, 1.0), Word::CannotTell);
  EXPECT_EQ(word_of_error({0.9, kNone, kNone, 1}, 1.0), Word::CannotTell);
  EXPECT_EQ(word_of_share({0.4, 0.2, 0.6, 9}, 0.1), Word::Misleads);
  EXPECT_EQ(word_of_share({0.05, 0.01, 0.09, 9}, 0.1), Word::Holds);
  EXPECT_EQ(word_of_share({0.1, 0.05, 0.2, 9}, 0.1), Word::CannotTell);
}

TEST(ProbeRule, OneThatMisleadsIsEnough) {
  EXPECT_EQ(word_of({Word::Holds, Word::Misleads, Word::CannotTell}), Word::Misleads);
  EXPECT_EQ(word_of({Word::Holds, Word::CannotTell, Word::NoRule}), Word::CannotTell);
  EXPECT_EQ(word_of({Word::Holds, Word::NoRule}), Word::Holds);
  EXPECT_EQ(word_of({Word::NoRule}), Word::NoRule);
}

TEST(ProbeWhoSpeaks, TheMostFrustratedAreHeard) {
  const std::vector<SchoolFriction> schools = {{2015, "free", 0.1},  {2015, "free", 0.3},
                                               {2016, "free", 0.2},  {2016, "free", 0.4},
                                               {2016, "plain", 0.9}, {2016, "free", kNone}};
  EXPECT_DOUBLE_EQ(friction_heard(schools, {"free"}, {}, 1.0), 0.25);
  EXPECT_DOUBLE_EQ(friction_heard(schools, {"free"}, {}, 0.5), 0.35);
  EXPECT_DOUBLE_EQ(friction_heard(schools, {"free"}, {2015}, 0.01), 0.3);  // one at least
  EXPECT_TRUE(std::isnan(friction_heard(schools, {"none"}, {}, 1.0)));
}

}  // namespace
}  // namespace homeroom::probes
