// Chances of an offer, by hand.
#include "analysis/estimators/offer_scores.hpp"

#include <gtest/gtest.h>

#include "analysis/estimators/win_shares.hpp"

namespace homeroom::estimators {
namespace {

TEST(OfferProbability, WithOneNumberTakesTheBestThresholdBefore) {
  const std::vector<ListedSchool> list = {{0.4, false}, {0.7, true}, {0.6, true}, {1.0, true}};
  EXPECT_DOUBLE_EQ(offer_probability(list, TieBreaking::Single), 0.3 + 0.0 + 0.3);
  EXPECT_DOUBLE_EQ(offer_probability({{0.4, false}, {0.2, true}}, TieBreaking::Single), 0.0);
}

TEST(OfferProbability, WithANumberForEachSchoolMultiplies) {
  const std::vector<ListedSchool> list = {{0.4, false}, {0.7, true}, {0.5, false}, {1.0, true}};
  EXPECT_DOUBLE_EQ(offer_probability(list, TieBreaking::BySchool), 0.6 * 0.7 + 0.6 * 0.3 * 0.5);
}

TEST(OfferProbability, IsNothingBehindACertainSeat) {
  for (const TieBreaking ties : {TieBreaking::Single, TieBreaking::BySchool}) {
    EXPECT_EQ(offer_probability({{1.0, false}, {0.5, true}}, ties), 0.0);
    EXPECT_EQ(offer_probability({{1.0, true}, {0.5, true}}, ties), 1.0);
    EXPECT_EQ(offer_probability({}, ties), 0.0);
  }
}

struct Line {
  int student, rank, school, served;
  double number;
  int offered;
};

panel::Applications applications(const std::vector<Line>& lines) {
  panel::Applications made;
  for (const Line& line : lines) {
    made.student.push_back(line.student);
    made.rank.push_back(line.rank);
    made.school.push_back(line.school);
    made.grade.push_back(6);
    made.served.push_back(line.served);
    made.number.push_back(line.number);
    made.offered.push_back(line.offered == 2);
    made.offered_ever.push_back(line.offered > 0);
  }
  return made;
}

AdmissionThresholds thresholds(const panel::Applications& made,
                               Assignment assignment = Assignment::DeferredAcceptance) {
  return admission_thresholds(made, PreferenceLists(made),
                              std::vector<std::uint8_t>(made.size(), 0), assignment);
}

TEST(AdmissionThresholds, LieBetweenTheLastServedAndTheFirstRefused) {
  const panel::Applications made = applications({{1, 1, 7, 4, 0.1, 2},
                                                 {2, 1, 7, 4, 0.3, 2},
                                                 {3, 1, 7, 4, 0.5, 0},
                                                 {4, 1, 7, 4, 0.9, 0},
                                                 {5, 1, 8, 4, 0.4, 2},     // placed before: never
                                                 {5, 2, 7, 4, 0.4, 0},     // asked at 7
                                                 {6, 1, 7, 2, 0.99, 2}});  // of a better class
  const AdmissionThresholds found = thresholds(made);
  for (const std::size_t line : {0, 1, 2, 3, 5}) EXPECT_DOUBLE_EQ(found.taken[line], 0.4);
  EXPECT_EQ(found.taken[4], 1.0);
  EXPECT_EQ(found.taken[6], 1.0);
  EXPECT_EQ(found.passed_over, 0);
}

TEST(AdmissionThresholds, OfAClassThatNobodyTriedFollowTheOthers) {
  // 9 places the child that lists it first; class 3 never asks at 7.
  const auto of_three = [](int better, int worse) {
    return thresholds(applications({{1, 1, 7, 2, 0.5, better},
                                    {2, 1, 9, 4, 0.5, 2},
                                    {2, 2, 7, 3, 0.5, 0},
                                    {3, 1, 7, 4, 0.2, worse}}))
        .taken[2];
  };
  EXPECT_EQ(of_three(2, 2), 1.0);
  EXPECT_EQ(of_three(0, 0), 0.0);
  EXPECT_EQ(of_three(2, 0), 1.0);
}

TEST(AdmissionThresholds, MayStandInTwoClasses) {
  const AdmissionThresholds found = thresholds(applications(
      {{1, 1, 7, 3, 0.6, 2}, {2, 1, 7, 3, 0.8, 0}, {3, 1, 7, 4, 0.1, 2}, {4, 1, 7, 4, 0.3, 0}}));
  EXPECT_DOUBLE_EQ(found.taken[0], 0.7);
  EXPECT_DOUBLE_EQ(found.taken[2], 0.2);
}

TEST(AdmissionThresholds, CountWhoWasPassedOver) {
  EXPECT_EQ(
      thresholds(applications({{1, 1, 7, 4, 0.1, 0}, {2, 1, 7, 4, 0.3, 2}, {3, 1, 7, 4, 0.5, 0}}))
          .passed_over,
      1);
}

TEST(AdmissionThresholds, AskByRankUnderImmediateAcceptance) {
  const panel::Applications made =
      applications({{1, 1, 7, 4, 0.8, 2}, {2, 1, 8, 4, 0.1, 0}, {2, 2, 7, 4, 0.1, 0}});
  EXPECT_EQ(thresholds(made).passed_over, 1);
  const AdmissionThresholds found = thresholds(made, Assignment::ImmediateAcceptance);
  EXPECT_EQ(found.passed_over, 0);
  EXPECT_EQ(found.taken, (std::vector<double>{1.0, 0.0, 0.0}));
}

panel::Year year_of_lists() {
  panel::Year year;
  year.schools.school = {7, 8, 9};
  year.schools.selective = {0, 0, 1};
  year.schools.model = {"pilot", "traditional", "examination"};
  year.schools.index();
  return year;
}

TEST(OfferScores, KnowThatExaminationsAreNoLuck) {
  panel::Year year = year_of_lists();
  year.applications = applications({{1, 1, 9, 4, 0.2, 2},
                                    {1, 2, 7, 4, 0.5, 0},
                                    {2, 1, 9, 4, 0.7, 0},
                                    {2, 2, 7, 4, 0.4, 2},
                                    {3, 1, 7, 4, 0.6, 0}});
  const OfferScores found = offer_scores(year, {7}, Assignment::DeferredAcceptance);
  EXPECT_EQ(found.ties, TieBreaking::Single);  // results are not compared with numbers
  ASSERT_EQ(found.applicants.size(), 3u);
  EXPECT_EQ(found.applicants[0].at_once, 0.0);
  EXPECT_DOUBLE_EQ(found.applicants[1].at_once, 0.5);
  EXPECT_TRUE(found.applicants[1].offered);
  EXPECT_DOUBLE_EQ(found.applicants[2].at_once, 0.5);
}

TEST(OfferScores, JoinBothKindsOfMarkets) {
  panel::Year year = year_of_lists();
  year.applications = applications({{1, 1, 7, 4, 0.2, 2}, {2, 1, 7, 4, 0.6, 0}});
  year.lotteries = applications({{1, 1, 8, 4, 0.3, 0},
                                 {3, 1, 8, 4, 0.2, 1},
                                 {4, 1, 8, 4, 0.1, 2},
                                 {5, 1, 8, 4, 0.9, 0},
                                 {6, 1, 8, 2, 0.8, 2}});
  const OfferScores found = offer_scores(year, {7, 8}, Assignment::DeferredAcceptance);
  ASSERT_EQ(found.applicants.size(), 6u);
  const OfferScore &both = found.applicants[0], &late = found.applicants[2];
  EXPECT_DOUBLE_EQ(both.at_once, 1.0 - 0.6 * 0.75);
  EXPECT_DOUBLE_EQ(both.ever, 1.0 - 0.6 * 0.5);
  EXPECT_DOUBLE_EQ(late.at_once, 0.25);
  EXPECT_FALSE(late.offered);
  EXPECT_TRUE(late.offered_ever);
  EXPECT_EQ(found.applicants[5].at_once, 1.0);
}

TEST(OfferScores, WarnWhereSeatsWereGivenOtherwise) {
  panel::Year year = year_of_lists();
  year.applications = applications({{1, 1, 7, 4, 0.2, 0}, {2, 1, 7, 4, 0.6, 2}});
  EXPECT_EQ(offer_scores(year, {7}, Assignment::DeferredAcceptance).warnings.size(), 1u);
}

TEST(OfferScores, FindSchoolsByTheirModel) {
  EXPECT_EQ(schools_of_models(year_of_lists(), {"pilot", "none"}), (std::set<int>{7}));
}

}  // namespace
}  // namespace homeroom::estimators
