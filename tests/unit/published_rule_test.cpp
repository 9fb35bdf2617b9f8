// Rule V1: from estimates of many simulated cities to a verdict.
#include "analysis/claims/published_rule.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace homeroom::claims {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Cities of one contrast: `passed` of `count` with +1, the others with -1.
std::vector<StudiedCity> signs(int passed, int count, double size = 1.0) {
  std::vector<StudiedCity> cities;
  for (int i = 0; i < count; ++i) cities.push_back({{i < passed ? size : -size}, {0.5}});
  return cities;
}

const PublishedRule kHigher = {{Stated::Higher}, 0, 0.0};
const PublishedRule kAlike = {{Stated::Alike}, 0, 3.0};

TEST(PublishedRule, SharesOfSignsDecide) {
  const auto rare = signs(4, 40);
  EXPECT_EQ(judge_published(kHigher, signs(40, 40), rare).verdict, Verdict::Supported);
  EXPECT_EQ(judge_published(kHigher, signs(30, 40), rare).verdict, Verdict::Mixed);
  EXPECT_EQ(judge_published(kHigher, signs(1, 40), signs(39, 40)).verdict, Verdict::Contradicted);
  const PublishedFinding one = judge_published(kHigher, signs(30, 40), rare);
  EXPECT_DOUBLE_EQ(one.share, 30.5 / 41.0);
  EXPECT_DOUBLE_EQ(one.placebo_share, 4.5 / 41.0);
  EXPECT_DOUBLE_EQ(one.estimate, 0.5);
}

TEST(PublishedRule, WilsonsIntervalIsThatOfItsPaper) {
  // 30 of 40: .598 to .858 (R: prop.test(30, 40, correct = FALSE)).
  const PublishedFinding one = judge_published(kHigher, signs(30, 40), signs(4, 40));
  EXPECT_NEAR(one.share_low, 0.5981, 1e-4);
  EXPECT_NEAR(one.share_high, 0.8581, 1e-4);
  EXPECT_FALSE(one.settled);
  EXPECT_TRUE(judge_published(kHigher, signs(40, 40), signs(4, 40)).settled);
}

TEST(PublishedRule, WhatPassesWithoutEffectsTellsNothing) {
  EXPECT_EQ(judge_published(kHigher, signs(40, 40), signs(38, 40)).verdict,
            Verdict::NotInformative);
  EXPECT_EQ(judge_published(kHigher, signs(20, 40), signs(21, 40)).verdict,
            Verdict::NotInformative);
}

TEST(PublishedRule, NoDifferenceLiesWithinItsMargin) {
  // Under the placebo nothing lies within the margin, so that passing tells something.
  const auto far = signs(20, 40, 9.0);
  EXPECT_EQ(judge_published(kAlike, signs(20, 40, 1.0), far).verdict, Verdict::Supported);
  EXPECT_EQ(judge_published(kAlike, signs(40, 40, 5.0), signs(20, 40, 1.0)).verdict,
            Verdict::Contradicted);
  EXPECT_EQ(judge_published(kAlike, signs(24, 40, 12.0), signs(20, 40, 1.0)).verdict,
            Verdict::Mixed);
}

TEST(PublishedRule, NoDifferenceHoldsForEveryContrast) {
  const PublishedRule two = {{Stated::Alike, Stated::Alike}, 0, 3.0};
  std::vector<StudiedCity> cities, placebo;
  for (int i = 0; i < 40; ++i) {
    const double noise = i % 2 == 0 ? 0.1 : -0.1;
    cities.push_back({{5.0 + noise, -5.0 - noise}, {0.01, 0.01}});
    placebo.push_back({{noise, -noise}, {0.9, 0.9}});
  }
  EXPECT_EQ(judge_published(two, cities, placebo).verdict, Verdict::Contradicted);
  EXPECT_EQ(judge_published(two, placebo, cities).verdict, Verdict::Supported);
}

TEST(PublishedRule, ContrastsThatACityLacksCountNowhere) {
  const PublishedRule two = {{Stated::Higher, Stated::Lower}, 0, 0.0};
  std::vector<StudiedCity> cities, placebo;
  for (int i = 0; i < 40; ++i) cities.push_back({{1.0, kNone}, {0.01, kNone}});
  for (int i = 0; i < 40; ++i) placebo.push_back({{-1.0, kNone}, {0.9, kNone}});
  const PublishedFinding found = judge_published(two, cities, placebo);
  EXPECT_EQ(found.verdict, Verdict::Supported);
  EXPECT_DOUBLE_EQ(found.significant_share, 1.0);
  EXPECT_DOUBLE_EQ(found.other_side_share, 0.0);
  const PublishedRule both = {two.contrasts, 2, 0.0};
  EXPECT_EQ(judge_published(both, cities, placebo).share, 0.5 / 41.0);
}

TEST(PublishedRule, CitiesAreToldInPairs) {
  // Of ten cities six pass with effects, the last six without: four and four in one life alone.
  std::vector<StudiedCity> cities, placebo;
  for (int i = 0; i < 10; ++i) {
    cities.push_back({{i < 6 ? 1.0 : -1.0}, {0.5}});
    placebo.push_back({{i < 4 ? -1.0 : 1.0}, {0.5}});
  }
  placebo.front() = {{kNone}, {kNone}};
  const PublishedFinding found = judge_published(kHigher, cities, placebo);
  EXPECT_EQ(found.only_with, 3u);
  EXPECT_EQ(found.only_without, 4u);
}

TEST(PublishedRule, SignificantIsWhatIsStated) {
  std::vector<StudiedCity> cities;
  for (int i = 0; i < 40; ++i) {
    // A quarter as stated and significant, a quarter significant to the other side.
    cities.push_back({{i % 2 == 0 ? 1.0 : -1.0}, {i % 4 < 2 ? 0.01 : 0.5}});
  }
  const PublishedFinding found = judge_published(kHigher, cities, cities);
  EXPECT_DOUBLE_EQ(found.significant_share, 0.25);
  EXPECT_DOUBLE_EQ(found.other_side_share, 0.25);
  EXPECT_TRUE(std::isnan(found.power));
  EXPECT_LT(found.placebo_low, found.placebo_share);
  EXPECT_GT(found.placebo_high, found.placebo_share);
}

TEST(PublishedRule, NoDifferenceHasAPower) {
  std::vector<StudiedCity> cities;
  // An estimate of 1 with p = .3173 has an error of 1, as of a normal; a margin of 1.96 errors is
  // found in half of the studies, one of 3 in 85 % (1.04 errors beyond the bound).
  for (int i = 0; i < 40; ++i) cities.push_back({{i % 2 == 0 ? 1.0 : -1.0}, {0.3173105}});
  PublishedRule rule = kAlike;
  rule.margin = 1.959964;
  EXPECT_NEAR(judge_published(rule, cities, cities).power, 0.5, 1e-3);
  rule.margin = 3.0;
  EXPECT_NEAR(judge_published(rule, cities, cities).power, 0.8508, 1e-3);
  EXPECT_DOUBLE_EQ(judge_published(rule, cities, cities).significant_share, 1.0);
}

TEST(PublishedRule, OneCityIsNoJudgement) {
  EXPECT_EQ(judge_published(kHigher, signs(1, 1), signs(0, 1)).verdict, Verdict::NotJudged);
}

}  // namespace
}  // namespace homeroom::claims
