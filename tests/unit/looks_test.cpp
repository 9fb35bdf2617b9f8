// When claims are looked at, and what is told at each look.
#include "analysis/claims/looks.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace homeroom::claims {
namespace {

std::vector<std::pair<int, double>> looks(int replicates, int most) {
  std::vector<std::pair<int, double>> all;
  for (const Look& look : looks_of(replicates, most)) {
    all.emplace_back(look.replicates, look.confidence);
  }
  return all;
}

using Looks = std::vector<std::pair<int, double>>;

TEST(Looks, AllButTheLastAreWide) {
  EXPECT_EQ(looks(40, 200), (Looks{{8, 0.999}, {40, 0.999}, {80, 0.95}}));
  EXPECT_EQ(looks(20, 100), (Looks{{8, 0.999}, {20, 0.999}, {40, 0.95}}));
  EXPECT_EQ(looks(40, 50), (Looks{{8, 0.999}, {40, 0.999}, {50, 0.95}}));
}

TEST(Looks, ThatWouldComeTooLateAreLeftOut) {
  EXPECT_EQ(looks(20, 20), (Looks{{8, 0.999}, {20, 0.95}}));
  EXPECT_EQ(looks(100, 200), (Looks{{8, 0.999}, {100, 0.95}}));
  EXPECT_EQ(looks(8, 8), (Looks{{8, 0.95}}));
  EXPECT_EQ(looks(4, 200), (Looks{{4, 0.999}, {8, 0.95}}));
}

/// Differences of a step, by replicate.
TestFinding judged(const std::vector<double>& steps, double confidence) {
  Levels levels;
  for (const double step : steps) levels.by_replicate.push_back({0.0, step});
  return judge_test({Stated::Higher, 1.0, TestKind::Step, 0.0, confidence}, levels);
}

TEST(Looks, WideIntervalsAreJudgedAndNarrowOnesTold) {
  // Mean 2, standard error .2887 / sqrt(8) = .3273 of deviations of .9258: t .975 of 7 is 2.36462,
  // t .9995 is 5.40788 (R: qt), so that 95 % ends at 1.226 and 99.9 % at .230.
  std::vector<double> steps;
  for (int i = 0; i < 8; ++i)
    steps.push_back(i % 2 == 0 ? 2.0 + std::sqrt(0.75) : 2.0 - std::sqrt(0.75));
  const TestFinding late = judged(steps, 0.95), early = judged(steps, 0.999);
  EXPECT_EQ(late.verdict, Verdict::Supported);
  EXPECT_EQ(early.verdict, Verdict::Mixed);
  EXPECT_NEAR(late.low, 2.0 - 2.36462 * std::sqrt(0.75 / 7.0), 1e-4);
  EXPECT_DOUBLE_EQ(early.low, late.low);
}

TEST(Looks, NothingIsToldEarlyOfWhatNeverVaries) {
  const Look first = looks_of(40, 200)[0], second = looks_of(40, 200)[1];
  const std::vector<TestFinding> rare = {judged(std::vector<double>(8, 0.0), 0.999)};
  ASSERT_EQ(rare.front().verdict, Verdict::Contradicted);
  EXPECT_FALSE(is_clear(rare, false, first));
  EXPECT_TRUE(is_clear(rare, false, second));
}

TEST(Looks, AClaimIsClearByItsOwnVerdict) {
  const Look last = looks_of(8, 8).back();
  TestFinding yes, no, open;
  yes.verdict = Verdict::Supported;
  no.verdict = Verdict::Contradicted;
  open.verdict = Verdict::Mixed;
  EXPECT_TRUE(is_clear({no, open}, false, last));
  EXPECT_FALSE(is_clear({yes, open}, false, last));
  EXPECT_TRUE(is_clear({yes, open}, true, last));
  EXPECT_FALSE(is_clear({open, open}, true, last));
}

}  // namespace
}  // namespace homeroom::claims
