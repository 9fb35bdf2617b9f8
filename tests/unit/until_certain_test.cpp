// When a ranking is certain: known answers, and what becomes of the batches.
#include "analysis/decisions/until_certain.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace homeroom::decisions {
namespace {

constexpr CertaintyAsked kAsked{0.95, 100};

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
  const std::vector<double> clear = {5, 6, 5, 6, 5, 6, 5, 6};
  std::vector<double> other;
  for (const double value : clear) other.push_back(-value);
  EXPECT_EQ(until_certain({clear}, kAsked).state, CertaintyState::Certain);
  EXPECT_EQ(until_certain({other}, kAsked).state, CertaintyState::GoOn);
  EXPECT_EQ(until_certain({clear, other}, kAsked).state, CertaintyState::GoOn);
}

TEST(UntilCertain, AsksForWhatWouldDoButNoMoreThanDouble) {
  const std::vector<double> slight = {2, -1, 2, -1, 2, -1, 2, -1};
  const Certainty of = until_certain({slight}, kAsked);
  EXPECT_EQ(of.state, CertaintyState::GoOn);
  EXPECT_GT(of.rivals[0].needed, 16u);
  EXPECT_EQ(of.more, 8u);
  const std::vector<double> nearly = {2, -.4, 2, 1, 2, 0.2, 1.5, 0.5};
  const Certainty soon = until_certain({nearly}, kAsked);
  ASSERT_EQ(soon.state, CertaintyState::GoOn);
  EXPECT_EQ(soon.more, soon.rivals[0].needed - 8);
  EXPECT_LT(soon.more, 8u);
}

TEST(UntilCertain, EndsWithItsBudget) {
  const std::vector<double> slight = {2, -1, 2, -1, 2, -1, 2, -1};
  EXPECT_EQ(until_certain({slight}, {0.95, 8}).state, CertaintyState::BudgetEnds);
  EXPECT_EQ(until_certain({slight}, {0.95, 11}).more, 3u);
  EXPECT_EQ(until_certain({{1.0}}, kAsked).more, 4u);  // nothing is said of fewer than five
  const Certainty few = until_certain({{5, 5.1, 5, 5.1}}, {0.9, 4});
  EXPECT_EQ(few.state, CertaintyState::BudgetEnds);
  EXPECT_GT(few.rivals[0].evidence, few.threshold);
  EXPECT_FALSE(few.rivals[0].certain);
}

TEST(UntilCertain, SpendsNothingOnPoliciesThatAreAlike) {
  const std::vector<double> alike(8, 0.0), clear = {5, 6, 5, 6, 5, 6, 5, 6};
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
