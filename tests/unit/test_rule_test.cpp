// Rules V2, V3, V4 and V6: from an outcome at each level of each replicate to a verdict.
#include "analysis/claims/test_rule.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace homeroom::claims {
namespace {

/// Twenty replicates that differ by whole numbers; the steps between levels waver by `noise`.
Levels levels(const std::vector<double>& means, double noise = 0.1) {
  Levels all;
  for (int replicate = 0; replicate < 20; ++replicate) {
    std::vector<double> values;
    for (std::size_t level = 0; level < means.size(); ++level) {
      const double sign = (replicate + static_cast<int>(level)) % 2 == 0 ? 1.0 : -1.0;
      values.push_back(replicate + means[level] + sign * noise / 2.0);
    }
    all.by_replicate.push_back(values);
  }
  return all;
}

Verdict step(Stated stated, double effect, double noise = 0.1) {
  return judge_test({stated, 1.0}, levels({0.0, effect}, noise)).verdict;
}

TEST(TestRule, AnEffectLiesBeyondTheSmallestOfInterest) {
  EXPECT_EQ(step(Stated::Higher, 2.0), Verdict::Supported);
  EXPECT_EQ(step(Stated::Higher, 1.0), Verdict::Mixed);
  EXPECT_EQ(step(Stated::Higher, 0.5), Verdict::Contradicted);
  EXPECT_EQ(step(Stated::Higher, -2.0), Verdict::Contradicted);
  EXPECT_EQ(step(Stated::Lower, -2.0), Verdict::Supported);
  EXPECT_EQ(step(Stated::Lower, 2.0), Verdict::Contradicted);
  EXPECT_EQ(step(Stated::Higher, 2.0, 20.0), Verdict::Mixed);
}

TEST(TestRule, AlikeIsWithinIt) {
  EXPECT_EQ(step(Stated::Alike, 0.5), Verdict::Supported);
  EXPECT_EQ(step(Stated::Alike, -0.5), Verdict::Supported);
  EXPECT_EQ(step(Stated::Alike, 1.0), Verdict::Mixed);
  EXPECT_EQ(step(Stated::Alike, -2.0), Verdict::Contradicted);
}

TEST(TestRule, IntervalsAreStudents) {
  // Steps of 1.9 and 2.1 by turns: sd .10260, 20 replicates, t .975 of 19 = 2.09302 (R: qt).
  const TestFinding found = judge_test({Stated::Higher, 1.0}, levels({0.0, 2.0}));
  EXPECT_EQ(found.replicates, 20u);
  EXPECT_NEAR(found.estimate, 2.0, 1e-12);
  EXPECT_NEAR(found.high - found.estimate, 2.09302 * 0.102598 / std::sqrt(20.0), 1e-5);
}

TEST(TestRule, ADoseRisesAlongAllItsLevels) {
  const TestRule dose = {Stated::Higher, 1.0, TestKind::Dose};
  EXPECT_EQ(judge_test(dose, levels({0, 1, 2, 3})).verdict, Verdict::Supported);
  EXPECT_NEAR(judge_test(dose, levels({0, 1, 2, 3})).correlation, 1.0, 1e-12);
  // R: cor(c(1, 2, 3, 4), c(0, 5, 1, 3), method = "spearman") is .4.
  EXPECT_NEAR(judge_test(dose, levels({0, 5, 1, 3})).correlation, 0.4, 1e-12);
  EXPECT_EQ(judge_test(dose, levels({0, 5, 1, 3})).verdict, Verdict::Mixed);
  EXPECT_EQ(judge_test(dose, levels({0, 0.1, 0.2, 0.3})).verdict, Verdict::Contradicted);
  EXPECT_EQ(judge_test({Stated::Lower, 1.0, TestKind::Dose}, levels({3, 2, 1, 0})).verdict,
            Verdict::Supported);
}

TEST(TestRule, ReplicatesWithoutBothEndsCountNowhere) {
  Levels all = levels({0.0, 2.0});
  all.by_replicate.push_back({std::numeric_limits<double>::quiet_NaN(), 1000.0});
  EXPECT_EQ(judge_test({Stated::Higher, 1.0}, all).replicates, 20u);
  EXPECT_EQ(judge_test({Stated::Higher, 1.0}, {{{0.0, 2.0}}}).verdict, Verdict::NotJudged);
}

/// Shares that survive, wavering between replicates.
Levels survivals(double from, double to, double noise = 0.02) {
  Levels all;
  for (int replicate = 0; replicate < 20; ++replicate) {
    const double sign = replicate % 2 == 0 ? 1.0 : -1.0;
    all.by_replicate.push_back({from + sign * noise, to - sign * noise});
  }
  return all;
}

TEST(TestRule, HazardsAreRatiosOfLogarithms) {
  const TestRule higher = {Stated::Higher, 0.0, TestKind::Hazard};
  // log .49 / log .7 = 2.
  EXPECT_NEAR(judge_test(higher, survivals(0.7, 0.49)).estimate, 2.0, 1e-12);
  EXPECT_EQ(judge_test(higher, survivals(0.7, 0.49)).verdict, Verdict::Supported);
  EXPECT_EQ(judge_test(higher, survivals(0.7, 0.7)).verdict, Verdict::Contradicted);
  EXPECT_EQ(judge_test(higher, survivals(0.7, 0.64)).verdict, Verdict::Mixed);
  const TestRule lower = {Stated::Lower, 0.0, TestKind::Hazard};
  EXPECT_EQ(judge_test(lower, survivals(0.49, 0.7)).verdict, Verdict::Supported);
  const TestRule alike = {Stated::Alike, 0.0, TestKind::Hazard};
  EXPECT_EQ(judge_test(alike, survivals(0.7, 0.7, 0.001)).verdict, Verdict::Supported);
}

TEST(TestRule, WhereNothingEndsAtOneLevelThereIsABound) {
  const TestRule higher = {Stated::Higher, 0.0, TestKind::Hazard};
  const TestRule lower = {Stated::Lower, 0.0, TestKind::Hazard};
  // Shares above 1 have survived whole.
  const TestFinding last = judge_test(higher, survivals(1.1, 0.5));
  EXPECT_EQ(last.ends, Ends::InLast);
  EXPECT_EQ(last.verdict, Verdict::Supported);
  EXPECT_EQ(judge_test(lower, survivals(1.1, 0.5)).verdict, Verdict::Contradicted);
  // .5 with noise of .02: at most .5096; of no end in 20 at most -log(.05) of .48 over 20.
  const TestFinding first = judge_test(lower, survivals(0.5, 1.1));
  EXPECT_EQ(first.ends, Ends::InFirst);
  EXPECT_EQ(first.estimate, 0.0);
  EXPECT_NEAR(first.high, std::log(1.0 - 2.99573 * 0.48 / 20.0) / std::log(0.509603), 1e-4);
  EXPECT_EQ(first.verdict, Verdict::Supported);
  EXPECT_EQ(judge_test(higher, survivals(1.1, 1.1)).verdict, Verdict::NotJudged);
  EXPECT_EQ(judge_test(higher, survivals(1.1, 1.1)).ends, Ends::Nowhere);
}

TEST(TestRule, EndsInOneReplicateHaveNoInterval) {
  Levels all = survivals(0.7, 0.7);
  for (auto& replicate : all.by_replicate) replicate.back() = 1.0;
  all.by_replicate.front().back() = 0.5;
  TestRule lower = {Stated::Lower, 0.0, TestKind::Hazard};
  EXPECT_EQ(judge_test(lower, all).verdict, Verdict::NotJudged);
  lower.confidence = 0.0;  // by the estimate alone: log(.975) / log(.7) = .07
  EXPECT_EQ(judge_test(lower, all).verdict, Verdict::Supported);
}

/// Steps of `whole`, of which `left` are left where the path is cut.
Levels cuts(double whole, double left) {
  Levels all;
  for (int replicate = 0; replicate < 20; ++replicate) {
    const double sign = replicate % 2 == 0 ? 0.05 : -0.05;
    all.by_replicate.push_back({0.0, whole + sign, 1.0, 1.0 + left - sign});
  }
  return all;
}

TEST(TestRule, APathCarriesWhatDisappearsWithIt) {
  const TestRule rule = {Stated::Higher, 1.0, TestKind::Cut, 0.3};
  EXPECT_EQ(judge_test(rule, cuts(2.0, 1.0)).verdict, Verdict::Supported);
  EXPECT_NEAR(judge_test(rule, cuts(2.0, 1.0)).disappears, 0.5, 1e-12);
  EXPECT_EQ(judge_test(rule, cuts(2.0, 1.8)).verdict, Verdict::Contradicted);
  EXPECT_EQ(judge_test(rule, cuts(2.0, 1.4)).verdict, Verdict::Mixed);
  EXPECT_EQ(judge_test(rule, cuts(0.5, 0.0)).verdict, Verdict::Contradicted);
  const TestRule lower = {Stated::Lower, 1.0, TestKind::Cut, 0.3};
  EXPECT_EQ(judge_test(lower, cuts(-2.0, -1.0)).verdict, Verdict::Supported);
}

TEST(TestRule, AllOrOneOfSeveral) {
  TestFinding yes, no, open;
  yes.verdict = Verdict::Supported;
  no.verdict = Verdict::Contradicted;
  open.verdict = Verdict::Mixed;
  EXPECT_EQ(verdict_of({yes, yes}, false), Verdict::Supported);
  EXPECT_EQ(verdict_of({yes, no}, false), Verdict::Contradicted);
  EXPECT_EQ(verdict_of({yes, open}, false), Verdict::Mixed);
  EXPECT_EQ(verdict_of({yes, no}, true), Verdict::Supported);
  EXPECT_EQ(verdict_of({no, no}, true), Verdict::Contradicted);
  EXPECT_EQ(verdict_of({yes, TestFinding{}}, false), Verdict::NotJudged);
  // One that is not judged matters only where the others leave it open.
  EXPECT_EQ(verdict_of({no, TestFinding{}}, false), Verdict::Contradicted);
  EXPECT_EQ(verdict_of({yes, TestFinding{}}, true), Verdict::Supported);
  EXPECT_EQ(verdict_of({no, TestFinding{}}, true), Verdict::NotJudged);
}

}  // namespace
}  // namespace homeroom::claims
