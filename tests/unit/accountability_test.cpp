#include "sim/year/accountability.hpp"

#include <gtest/gtest.h>

#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;
using testing::kSeparate;

const SchoolId kFirst{0}, kSecond{1};

// Somebody acts for certain where nobody resists.
void make_certain(GovernedCity& city, Consequence consequence) {
  city.model(kOrdinary).consequence = consequence;
  city.law.accountability.closure_will = 1;
  city.law.accountability.probation_years = 2;
  city.law.accountability.bar = 0.2;
  city.law.governance.union_strength = 0;
}

TEST(Rating, IsTheWeightedIndexOfUpToThreeYears) {
  GovernedCity city;
  city.account();
  // .7 of growth 40 and .3 of 60 proficient among 190.
  const double first = 0.7 * 40 + 0.3 * 100.0 * 60 / 190;
  EXPECT_NEAR(city.world.schools.rating_index[kFirst], first, 1e-9);
  EXPECT_NEAR(city.world.schools.rating[kFirst], 100 * 0.5 / 6, 1e-9);
  EXPECT_NEAR(city.world.schools.rating[SchoolId{5}], 100 * 5.5 / 6, 1e-9);
  city.turn_year();
  for (int m = 0; m < kSubjects; ++m) city.world.results.school[kFirst].median_sgp[m] = 60;
  city.account();
  EXPECT_NEAR(city.world.schools.rating_index[kFirst], first + 0.5 * 0.7 * 20, 1e-9);
  EXPECT_EQ(city.world.schools.rated_years[kFirst], 2);
}

TEST(Rating, WeighsSeatsAndSatisfactionWhereTheCityDoes) {
  GovernedCity city;
  city.law.accountability.weight_growth = 0;
  city.law.accountability.weight_status = 0;
  city.law.accountability.weight_enrolment = 0.5;
  city.law.accountability.weight_satisfaction = 0.5;
  city.world.results.school[kFirst].entrants = 60;
  city.world.results.school[kFirst].first_choices = 45;
  city.account();
  EXPECT_NEAR(city.world.schools.rating_index[kFirst], 0.5 * 75 + 0.5 * 100 * 400 / 432.0, 1e-9);
  EXPECT_NEAR(city.world.schools.rating_index[kSecond], 100 * 400 / 432.0, 1e-9)
      << "without entrants the seats alone speak";
}

TEST(Rating, StandsForTwoYearsWithoutTestsAndThenIsNone) {
  GovernedCity city;
  city.account();
  const double rating = city.world.schools.rating_index[kFirst];
  for (int year = 1; year <= 3; ++year) {
    city.turn_year();
    city.world.results.school[kFirst] = {};
    city.account();
    EXPECT_EQ(city.world.schools.rated_years[kFirst], year <= 2 ? 1 : 0);
    EXPECT_EQ(city.world.schools.rating_index[kFirst], year <= 2 ? rating : 0.0);
    const double published = city.world.schools.rating[kFirst];
    EXPECT_TRUE(published >= 0 && published <= 100);
    EXPECT_TRUE(city.world.schools.picture[kFirst] == city.world.schools.picture[kFirst]);
  }
  EXPECT_EQ(city.world.schools.status[kFirst], SchoolStatus::Open)
      << "who has no rating is below no bar";
}

TEST(Probation, LeadsToActionWhereNobodyResists) {
  GovernedCity city;
  make_certain(city, Consequence::Close);
  city.law.accountability.support_dose = 0.8;
  city.account();
  EXPECT_EQ(city.world.schools.status[kFirst], SchoolStatus::Probation);
  EXPECT_EQ(city.world.schools.support[kFirst], 0.8);
  EXPECT_EQ(city.world.schools.credibility[kFirst], 1);
  city.turn_year();
  city.account();
  EXPECT_EQ(city.world.schools.status[kFirst], SchoolStatus::Probation) << "two years to improve";
  city.turn_year();
  city.account();
  EXPECT_EQ(city.world.schools.status[kFirst], SchoolStatus::Closed);
  EXPECT_EQ(city.events(EventKind::Closure), 1);
  EXPECT_NEAR(city.world.board.closure_memory, 1.0 / 6, 1e-12);
  for (int year = 0; year < 4; ++year) {
    city.turn_year();
    city.law.accountability.closure_will = 0;
    city.account();
  }
  EXPECT_EQ(city.world.board.closure_memory, 0) << "four years on it is forgotten";
}

TEST(Probation, SupportReachesASchoolThatBeginsAgain) {
  GovernedCity city;
  make_certain(city, Consequence::None);
  city.law.accountability.support_dose = 0.8;
  city.world.schools.status[kFirst] = SchoolStatus::Restart;
  city.account();
  EXPECT_EQ(city.world.schools.support[kFirst], 0.8);
  EXPECT_EQ(city.world.schools.status[kFirst], SchoolStatus::Restart) << "but is not judged anew";
}

TEST(Probation, EndsAboveTheBar) {
  GovernedCity city;
  make_certain(city, Consequence::None);
  city.account();
  city.turn_year();
  for (int m = 0; m < kSubjects; ++m) city.world.results.school[kFirst].median_sgp[m] = 99;
  city.account();
  EXPECT_EQ(city.world.schools.status[kFirst], SchoolStatus::Open);
  EXPECT_EQ(city.events(EventKind::ProbationEnd), 1);
  EXPECT_EQ(city.world.schools.support[kFirst], 0);
}

TEST(Resistance, ProtectsThoseWhomTheDistrictPaysWhereFewVote) {
  GovernedCity city;
  make_certain(city, Consequence::Close);
  city.law.governance.union_strength = 1;
  city.law.governance.turnout = 0;
  for (int year = 0; year < 6; ++year) {
    city.account();
    city.turn_year();
  }
  EXPECT_EQ(city.world.schools.status[kFirst], SchoolStatus::Probation);
  EXPECT_EQ(city.world.schools.credibility[kFirst], 0);
  const auto at = [&](ModelId model) {
    return resistance(city.law, city.model(model), city.accountability, 2010);
  };
  EXPECT_EQ(at(kSeparate), 0);
  EXPECT_EQ(at(kOrdinary), 1);
  city.law.governance.turnout = 0.25;
  EXPECT_EQ(at(kOrdinary), 0.75);
  city.law.governance.board = BoardType::Appointed;
  EXPECT_NEAR(at(kOrdinary), 0.75 * 0.6, 1e-12);
}

TEST(Review, ComesWithTheContractAndActsAtOnce) {
  GovernedCity city;
  city.put(kFirst, kSeparate, 2008);
  SchoolModel& model = city.model(kSeparate);
  model.review_years = 5;
  model.first_review_years = 3;
  model.review_bar = 0.3;
  model.closure_will = 1;
  model.consequence = Consequence::ReplaceLeader;
  city.accountability.mismanagement = 0;
  city.account();
  EXPECT_EQ(city.world.schools.next_review[kFirst], 2011);
  EXPECT_FALSE(city.world.schools.replace_leader[kFirst]);
  city.turn_year();
  city.account();
  EXPECT_TRUE(city.world.schools.replace_leader[kFirst]);
  EXPECT_EQ(city.world.schools.next_review[kFirst], 2016);
  city.turn_year();
  city.account();
  EXPECT_FALSE(city.world.schools.replace_leader[kFirst]) << "asked for once";
}

TEST(Review, TrimsRightsOrRestarts) {
  for (Consequence consequence : {Consequence::TrimRights, Consequence::Restart}) {
    GovernedCity city;
    city.put(kFirst, kFree, 2005);
    city.model(kFree).review_years = 5;
    city.model(kFree).closure_will = 1;
    city.model(kFree).consequence = consequence;
    city.law.governance.union_strength = 0;
    city.account();
    const bool restarts = consequence == Consequence::Restart;
    EXPECT_EQ(city.world.schools.status[kFirst],
              restarts ? SchoolStatus::Restart : SchoolStatus::Probation);
    EXPECT_EQ(city.world.schools.trimmed[kFirst], restarts ? 0 : 0.25);
    EXPECT_NEAR(city.world.schools.credibility[kFirst], restarts ? 1 : 0.2, 1e-12);
    if (!restarts) continue;
    EXPECT_NEAR(city.world.board.closure_memory, 0.3 / 6, 1e-12);
    city.turn_year();
    city.authorize();
    EXPECT_EQ(city.events(EventKind::Restart), 1);
  }
}

TEST(Review, FailsWhoOwesARiseAndDoesNotShowIt) {
  GovernedCity city;
  make_certain(city, Consequence::None);
  city.put(kFirst, kFree, 2000);
  city.put(kSecond, kFree, 2000);
  SchoolModel& pledged = city.model(kFree);
  pledged.review_years = 1;
  pledged.review_bar = 0;
  pledged.closure_will = 1;
  pledged.consequence = Consequence::TrimRights;
  pledged.review_gain = 20;
  city.account();
  EXPECT_EQ(city.world.schools.trimmed[kFirst], 0) << "the first review is what others rise from";
  city.turn_year();
  for (int m = 0; m < kSubjects; ++m) city.world.results.school[kSecond].median_sgp[m] = 99;
  city.account();
  EXPECT_GT(city.world.schools.trimmed[kFirst], 0);
  EXPECT_EQ(city.world.schools.trimmed[kSecond], 0) << "it rose";
}

TEST(Review, ExcusesWhomTheAgreementExcuses) {
  const auto trimmed = [](double below) {
    GovernedCity city;
    make_certain(city, Consequence::None);
    city.put(kFirst, kFree, 2000);
    SchoolModel& pledged = city.model(kFree);
    pledged.review_years = 1;
    pledged.review_bar = 0;
    pledged.closure_will = 1;
    pledged.consequence = Consequence::TrimRights;
    pledged.review_gain = 20;
    pledged.review_gain_below = below;
    city.account();
    city.turn_year();
    city.account();
    return city.world.schools.trimmed[kFirst] > 0;
  };
  EXPECT_TRUE(trimmed(100)) << "all owe a rise, and it did not rise";
  EXPECT_FALSE(trimmed(0)) << "nobody owes one";
}

TEST(IdlePay, LimitsWhatCanBeginAnew) {
  const auto restarts = [](double limit) {
    GovernedCity city;
    make_certain(city, Consequence::Restart);
    city.law.accountability.probation_years = 0;
    city.model(kOrdinary).dismissal_destination = Destination::IdlePay;
    city.model(kOrdinary).idle_pay_limit = limit;
    for (std::size_t row = 0; row < 4; ++row) city.world.teachers.place[row] = TeacherPlace::Pool;
    city.spend();
    city.account();
    return city.world.schools.status[kFirst] == SchoolStatus::Restart;
  };
  EXPECT_TRUE(restarts(1));
  EXPECT_TRUE(restarts(0.5)) << "four of twenty are paid for nothing";
  EXPECT_FALSE(restarts(0.02));
}

}  // namespace
}  // namespace homeroom
