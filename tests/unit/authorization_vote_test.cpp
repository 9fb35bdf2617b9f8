// Who converts: those who seek it, and the vote of the staff.
#include "sim/year/authorization.hpp"

#include <gtest/gtest.h>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"
#include "sim/year/authorization_vote.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using authorization::Ballots;
using authorization::reaches;
using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;
using testing::kSeparate;

TEST(Vote, ThresholdsAreExact) {
  EXPECT_TRUE(reaches({2, 3}, 2.0 / 3));
  EXPECT_TRUE(reaches({2, 3}, 0.667));
  EXPECT_TRUE(reaches({2, 3}, 0.6667));
  EXPECT_TRUE(reaches({20, 30}, 0.6667));
  EXPECT_FALSE(reaches({19, 30}, 0.6667));
  EXPECT_TRUE(reaches({3, 5}, 0.6));
  EXPECT_TRUE(reaches({6, 10}, 0.6));
  EXPECT_TRUE(reaches({67, 100}, 0.67));
  EXPECT_FALSE(reaches({66, 100}, 0.67));
  EXPECT_TRUE(reaches({2, 4}, 0.5));
  EXPECT_FALSE(reaches({0, 0}, 0.5)) << "nobody voted";
}

double yes_share(GovernedCity& city) {
  double yes = 0, cast = 0;
  for (int year = 2001; year <= 2100; ++year) {
    city.world.year = year;
    const Ballots ballots = authorization::vote(city.world, city.law, city.authorization, city.dice,
                                                SchoolId{0}, city.model(kFree));
    EXPECT_EQ(ballots.cast, testing::kTeachersEach);
    yes += ballots.yes;
    cast += ballots.cast;
  }
  return yes / cast;
}

TEST(Vote, FollowsClimateStanceTenureAndHours) {
  GovernedCity city;
  const double usual = yes_share(city);
  // Of 2,000 ballots: 3.6 standard errors, once in 3,000 fair programs. Later ones meet the same
  // dice.
  EXPECT_NEAR(usual, logistic(-0.6 * 0.2), 0.04);
  city.world.schools.climate[SchoolId{0}] = 0.5;
  EXPECT_GT(yes_share(city), usual + 0.05);
  city.world.schools.climate[SchoolId{0}] = 0;
  city.model(kFree).mandated_hours = 1;
  const double unpaid = yes_share(city);
  EXPECT_LT(unpaid, usual - 0.05);
  city.model(kFree).pay_premium = 0.14;
  EXPECT_DOUBLE_EQ(yes_share(city), usual) << "the premium pays the hour";
  city.model(kFree).tenure = false;
  EXPECT_DOUBLE_EQ(yes_share(city), usual) << "nobody has tenure to lose";
  for (auto& tenured : city.world.teachers.tenured) tenured = 1;
  EXPECT_LT(yes_share(city), usual - 0.1);
}

TEST(Vote, FearOfLosingMoreMakesAutonomyWelcome) {
  GovernedCity city;
  const double usual = yes_share(city);
  city.law.governance.takeover_threat = 1;
  EXPECT_GT(yes_share(city), usual + 0.05);
  city.law.governance.takeover_threat = 0;
  for (std::size_t row = 2; row < 6; ++row) city.put(SchoolId{row}, kSeparate, 2000);
  EXPECT_GT(yes_share(city), usual + 0.05);
  city.world.board.usual_rivals = 4.0 / 6;
  EXPECT_DOUBLE_EQ(yes_share(city), usual) << "what a city always had frightens nobody";
}

TEST(WorkAgreement, LapsesForTheYearWhereTooFewSign) {
  GovernedCity city;
  city.put(SchoolId{0}, kFree, 2000);
  city.put(SchoolId{1}, kFree, 2000);
  city.model(kFree).elect_to_work = true;
  city.authorize();
  EXPECT_EQ(city.world.schools.unsigned_work[SchoolId{0}], 0) << "where nobody votes it stands";
  city.model(kFree).work_agreement_threshold = 0.667;
  city.world.schools.climate[SchoolId{0}] = 1;
  city.world.schools.climate[SchoolId{1}] = -3;
  city.authorize();
  EXPECT_EQ(city.world.schools.unsigned_work[SchoolId{0}], 0);
  EXPECT_EQ(city.world.schools.unsigned_work[SchoolId{1}], 1);
  EXPECT_EQ(city.world.schools.unsigned_work[SchoolId{2}], 0) << "it has no agreement";
  city.world.schools.climate[SchoolId{1}] = 3;
  city.authorize();
  EXPECT_EQ(city.world.schools.unsigned_work[SchoolId{1}], 0) << "and is signed again";
}

TEST(Conversion, ADistrictUnderPressureOffersWhatItWouldNot) {
  GovernedCity city;
  city.law.authorization.conversion_model = "free";
  city.law.governance.takeover_threat = 1;
  city.authorize();
  EXPECT_EQ(city.events(EventKind::Conversion), 0);
  city.law.authorization.answer_to_pressure = 1;
  city.authorize();
  EXPECT_EQ(city.events(EventKind::Conversion), 2) << "answer_threat a year";
}

TEST(Network, SeparateSchoolsJoinForWhatItGives) {
  GovernedCity city;
  city.authorization.join_rate = 1;
  for (std::size_t row = 0; row < 3; ++row) city.put(SchoolId{row}, kSeparate, 2000);
  city.law.authorization.network_model = "free";
  city.authorize();
  EXPECT_EQ(city.events(EventKind::Conversion), 0) << "nobody joins for nothing";
  city.model(kFree).in_kind_per_student = 100000;
  const double skill = city.world.schools.principals.skill[SchoolId{0}];
  city.authorize();
  EXPECT_EQ(city.events(EventKind::Conversion), 3);
  EXPECT_EQ(city.world.schools.model[SchoolId{0}], kFree);
  EXPECT_EQ(city.world.schools.principals.skill[SchoolId{0}], skill) << "the leader stays";
  EXPECT_EQ(city.world.schools.model[SchoolId{3}], kOrdinary) << "the district's own do not join";
}

TEST(Conversion, TheAblestSeekItAndTheStaffDecides) {
  GovernedCity city;
  city.law.authorization.conversions_per_year = 1;
  city.law.authorization.conversion_model = "free";
  city.world.schools.principals.skill[SchoolId{4}] = 9;
  city.model(kFree).conversion_threshold = 1;
  city.authorize();
  EXPECT_EQ(city.events(EventKind::VoteFailed), 1);
  EXPECT_EQ(city.world.schools.model[SchoolId{4}], kOrdinary);
  city.model(kFree).conversion_threshold = 0.02;
  city.authorize();
  EXPECT_EQ(city.world.schools.model[SchoolId{4}], kFree);
  EXPECT_EQ(city.world.schools.in_model_since[SchoolId{4}], 2010);
  EXPECT_EQ(city.world.schools.principals.skill[SchoolId{4}], 9) << "the leader stays";
  EXPECT_GT(effective_autonomy(city.world.schools, SchoolId{4}), 0);
}

}  // namespace
}  // namespace homeroom
