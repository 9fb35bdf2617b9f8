// Who closes, who is listed by the state, who may open another campus, and what families see.
#include <gtest/gtest.h>

#include "sim/year/accountability.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;
using testing::kSeparate;

const SchoolId kFirst{0}, kSecond{1};

TEST(Closure, NobodyProtestsWhereOthersWantTheSlot) {
  const auto cost = [](double reoffered) {
    GovernedCity city;
    city.put(kFirst, kSeparate, 2000);
    city.accountability.mismanagement = 1;
    city.law.authorization.reoffer_slots = reoffered;
    city.world.city.founder_queue = 3;
    city.account();
    EXPECT_EQ(city.world.schools.status[kFirst], SchoolStatus::Closed);
    return city.world.board.closure_memory;
  };
  EXPECT_NEAR(cost(1) / cost(0), 1 - 0.7 * 3.0 / 4.0, 1e-12);
}

TEST(Closure, OfEmptySchoolsTakesTwoYears) {
  GovernedCity city;
  city.law.accountability.minimum_enrolment = 0.5;
  city.law.governance.union_strength = 0;
  city.world.results.school[kSecond].enrolment = 200;
  city.account();
  EXPECT_EQ(city.events(EventKind::Closure), 0);
  city.turn_year();
  city.account();
  EXPECT_EQ(city.world.schools.status[kSecond], SchoolStatus::Closed);
  EXPECT_EQ(city.world.results.events.front().value, static_cast<double>(ClosureReason::Enrolment));
}

TEST(Closure, InsolvencyEndsSeparateSchoolsOnly) {
  GovernedCity city;
  city.put(kSecond, kSeparate, 2000);
  const SchoolId solvent{2};
  city.put(solvent, kSeparate, 2000);
  city.world.schools.revenue[solvent] = 1000;
  city.world.schools.fund_balance[solvent] = -40;
  city.accountability.insolvency_closes = 1;
  city.accountability.mismanagement = 0;
  for (SchoolId school : {kFirst, kSecond}) {
    city.world.schools.revenue[school] = 1000;
    city.world.schools.fund_balance[school] = -60;
  }
  city.account();
  EXPECT_EQ(city.world.schools.status[kSecond], SchoolStatus::Closed);
  EXPECT_NE(city.world.schools.status[kFirst], SchoolStatus::Closed);
  EXPECT_NE(city.world.schools.status[solvent], SchoolStatus::Closed) << "owes less than the limit";
  EXPECT_NEAR(city.world.board.closure_memory, 0.1 / 4, 1e-12) << "costs little";
}

TEST(Closure, SparesTheLastSchoolOfAGrade) {
  GovernedCity city(1);
  city.put(kFirst, kSeparate, 2000);
  city.accountability.mismanagement = 1;
  city.account();
  EXPECT_NE(city.world.schools.status[kFirst], SchoolStatus::Closed) << "its children need a seat";
  EXPECT_EQ(city.events(EventKind::Closure), 0);
}

TEST(Closure, SparesOneOfTwoThatWouldCloseTogether) {
  GovernedCity city(2);
  for (const SchoolId school : {kFirst, kSecond}) city.put(school, kSeparate, 2000);
  city.accountability.mismanagement = 1;
  city.account();
  EXPECT_EQ(city.world.schools.status[kFirst], SchoolStatus::Closed);
  EXPECT_NE(city.world.schools.status[kSecond], SchoolStatus::Closed)
      << "both have the same grades";
  EXPECT_EQ(city.events(EventKind::Closure), 1);
}

TEST(TakeoverList, HoldsWhoHadChangedBeforeItWasMade) {
  GovernedCity city;
  city.world.founded = 2010;
  city.law.governance.takeover_threat = 0.9;
  city.law.accountability.takeover_share = 0.2;
  city.put(kFirst, kFree, 2010);
  city.account();
  ASSERT_EQ(city.world.schools.listed[kFirst], 2010);
  city.turn_year();
  city.account();
  EXPECT_EQ(city.world.schools.listed[kFirst], 2010);
}

TEST(TakeoverList, NamesTheBottomAndLetsThoseGoWhoChange) {
  GovernedCity city;
  city.world.founded = 2010;
  city.law.governance.takeover_threat = 0.9;
  city.law.accountability.takeover_share = 0.2;
  city.account();
  EXPECT_EQ(city.world.schools.listed[kFirst], 2010);
  EXPECT_EQ(city.world.schools.credibility[kFirst], 0.9) << "whatever the district's own will";
  EXPECT_EQ(city.world.schools.listed[kSecond], 0);
  city.turn_year();
  city.put(kFirst, kFree, 2011);
  city.account();
  EXPECT_EQ(city.world.schools.listed[kFirst], 0);
  ASSERT_EQ(city.events(EventKind::TakeoverList), 1);
}

TEST(Replication, NeedsTwoGoodYears) {
  GovernedCity city;
  city.account();
  EXPECT_FALSE(city.world.schools.may_replicate[SchoolId{5}]);
  city.turn_year();
  city.account();
  EXPECT_TRUE(city.world.schools.may_replicate[SchoolId{5}]);
  EXPECT_FALSE(city.world.schools.may_replicate[SchoolId{4}]);
}

TEST(Picture, IsStandardisedInTheCityAndOutlivesACancelledTest) {
  GovernedCity city;
  city.account();
  double sum = 0, squares = 0;
  for (double picture : city.world.schools.picture) {
    sum += picture;
    squares += picture * picture;
  }
  EXPECT_NEAR(sum, 0, 1e-9);
  EXPECT_NEAR(squares / 6, 1, 1e-9);
  EXPECT_GT(city.world.schools.published_growth[SchoolId{5}], 1);
  const double picture = city.world.schools.picture[kFirst];
  city.turn_year();
  for (std::size_t row = 0; row < 6; ++row) {
    city.world.results.school[SchoolId{row}].tested = {};
    city.world.results.school[SchoolId{row}].with_growth = {};
    city.world.results.school[SchoolId{row}].mean_baseline = row % 2;
  }
  city.account();
  EXPECT_EQ(city.world.schools.picture[kFirst], picture);
}

}  // namespace
}  // namespace homeroom
