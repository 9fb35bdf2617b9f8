// When a ranking is certain: known answers, and what becomes of the batches.
#include "analysis/decisions/until_certain.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace homeroom::decisions {
namespace {

constexpr CertaintyAsked kAsked{0.95, 100};

/// As many replicates as the rule asks for, one and the other in turns.
std::vector<double> in_turns(double one, double other) {
  std::vector<double> values;
  for (int i = 0; i < 10; ++i) values.insert(values.end(), {one, other});
  return values;
}

// Rouder et al. (2009), Psychonomic Bulletin & Review 16(2), unit information: with n = 4 and
// t = 3 the factor is sqrt(1 / 5) ((1 + 9 / 3) / (1 + 9 / 15))^2.
TEST(Evidence, IsTheBayesFactorOfStudentsT) {
  // Mean 1.5, squares about it s^2 = 1 (sum 3): t = 1.5 / (1 / 2) = 3.
  const double reach = std::sqrt(3.0) / 2.0;
  const std::vector<double> values = {1.5 - reach, 1.5 + reach, 1.5 - reach, 1.5 + reach};
  EXPECT_NEAR(evidence_of_difference(values), std::sqrt(0.2) * std::pow(4.0 / 1.6, 2), 1e-12);
  EXPECT_EQ(evidence_of_difference({1.0}), 1.0);
  EXPECT_EQ(evidence_of_difference({0.0, 0.0, 0.0}), 1.0);
}

TEST(UntilCertain, IsCertainOfAClearDifferenceInItsDirectionOnly) {
  const std::vector<double> clear = in_turns(5, 6);
  std::vector<double> other;
  for (const double value : clear) other.push_back(-value);
  EXPECT_EQ(until_certain({clear}, kAsked).state, CertaintyState::Certain);
  EXPECT_EQ(until_certain({other}, kAsked).state, CertaintyState::GoOn);
  EXPECT_EQ(until_certain({clear, other}, kAsked).state, CertaintyState::GoOn);
}

TEST(UntilCertain, AsksForWhatWouldDoButNoMoreThanDouble) {
  const Certainty of = until_certain({in_turns(2, -1)}, kAsked);
  EXPECT_EQ(of.state, CertaintyState::GoOn);
  EXPECT_GT(of.rivals[0].needed, 40u);
  EXPECT_EQ(of.more, 20u);
  const Certainty soon = until_certain({in_turns(2.4, -0.6)}, kAsked);
  ASSERT_EQ(soon.state, CertaintyState::GoOn);
  EXPECT_EQ(soon.more, soon.rivals[0].needed - 20);
  EXPECT_LT(soon.more, 20u);
}

TEST(UntilCertain, EndsWithItsBudget) {
  const std::vector<double> slight = {2, -1, 2, -1, 2, -1, 2, -1};
  EXPECT_EQ(until_certain({slight}, {0.95, 8}).state, CertaintyState::BudgetEnds);
  EXPECT_EQ(until_certain({slight}, {0.95, 11}).more, 3u);
  EXPECT_EQ(until_certain({{1.0}}, kAsked).more, 19u);  // nothing is said of fewer than twenty
  std::vector<double> short_by_one = in_turns(5, 6);
  short_by_one.pop_back();
  EXPECT_EQ(until_certain({short_by_one}, kAsked).more, 1u);
  const Certainty few = until_certain({{5, 5.1, 5, 5.1}}, {0.9, 4});
  EXPECT_EQ(few.state, CertaintyState::BudgetEnds);
  EXPECT_GT(few.rivals[0].evidence, few.threshold);
  EXPECT_FALSE(few.rivals[0].certain);
}

TEST(UntilCertain, SpendsNothingOnPoliciesThatAreAlike) {
  const std::vector<double> alike(20, 0.0), clear = in_turns(5, 6);
  EXPECT_EQ(until_certain({alike}, kAsked).state, CertaintyState::Alike);
  EXPECT_EQ(until_certain({alike, clear}, kAsked).state, CertaintyState::Certain);
  EXPECT_TRUE(until_certain({alike, clear}, kAsked).rivals[0].alike);
  EXPECT_EQ(until_certain({}, kAsked).state, CertaintyState::Certain);
}

TEST(UntilCertain, AsksMoreEvidenceOfMoreRivals) {
  const std::vector<double> one(6, 1.0);
  EXPECT_NEAR(until_certain({one}, kAsked).threshold, 20.0, 1e-9);
  EXPECT_NEAR(until_certain({one, one, one}, kAsked).threshold, 60.0, 1e-9);
}

TEST(UntilCertain, RefusesWhatItCannotJudge) {
  EXPECT_THROW(until_certain({{1, 2}, {1}}, kAsked), std::invalid_argument);
  EXPECT_THROW(until_certain({{1, std::numeric_limits<double>::quiet_NaN()}}, kAsked),
               std::invalid_argument);
  EXPECT_THROW(until_certain({{1, 2}}, {1.0, 10}), std::invalid_argument);
  EXPECT_THROW(until_certain({{1, 2}}, {0.5, 10}), std::invalid_argument);
}

}  // namespace
}  // namespace homeroom::decisions
