// Services of the central office and of zones: who takes them, who pays, who gains.
#include "sim/year/budget.hpp"

#include <gtest/gtest.h>

#include "sim/year/budget_parts.hpp"
#include "tests/unit/budget_city.hpp"

namespace homeroom {
namespace {

using testing::city_with_freedom;
using testing::drop;
using testing::GovernedCity;
using testing::kFirst;
using testing::kFree;
using testing::kSecond;

TEST(Services, DecliningThemFreesWhatDenverSawFreed) {
  // $425 a student of about $11,000 (Osborne and Langhorne 2018); less what managing them costs.
  GovernedCity with = city_with_freedom(), without = city_with_freedom();
  for (GovernedCity* city : {&with, &without}) {
    city->law.budget.base_per_student = 11000;
    city->budget.own_service_positions = 0;
    city->budget.scale_power = 0;
    city->budget.own_worth = 1;
    city->budget.own_service_quality = 0.5;
    city->budget.reserve_share = 0;
    for (Right right : {Right::T4, Right::T5}) drop(*city, right);
  }
  drop(without, Right::B4);
  with.spend();
  without.spend();
  const double freed = with.world.schools.resources[kSecond] + with.world.office.resource_norm -
                       without.world.schools.resources[kSecond] -
                       without.world.office.resource_norm;
  EXPECT_NEAR(freed, 425, 10);
}

TEST(Services, AZoneSharesTheCostOfManagingThem) {
  GovernedCity alone = city_with_freedom();
  alone.put(SchoolId{2}, kFree, 2000);
  alone.world.schools.held[SchoolId{2}] = alone.world.schools.held[kSecond];
  alone.world.schools.used[SchoolId{2}] = alone.world.schools.used[kSecond];
  GovernedCity together = alone;
  together.world.schools.zone[kSecond] = together.world.schools.zone[SchoolId{2}] = ZoneId{0};
  alone.spend();
  together.spend();
  EXPECT_LT(together.world.schools.spending[kSecond] + together.world.schools.fund_balance[kSecond],
            alone.world.schools.spending[kSecond] + alone.world.schools.fund_balance[kSecond] + 1);
  EXPECT_GT(together.world.schools.support_staff[kSecond],
            alone.world.schools.support_staff[kSecond]);
}

/// What a free school's year leaves to spend on support when `members` schools buy together.
double support_left(int members, double power) {
  GovernedCity city = city_with_freedom();
  for (int i = 0; i < members; ++i) {
    const SchoolId school(static_cast<std::size_t>(i + 1));
    city.put(school, kFree, 2000);
    city.world.schools.held[school] = city.world.schools.held[kSecond];
    city.world.schools.used[school] = city.world.schools.used[kSecond];
    city.world.schools.zone[school] = ZoneId{0};
  }
  city.budget.own_service_positions = 0;
  city.budget.scale_power = power;
  city.spend();
  return city.world.schools.support_staff[kSecond];
}

TEST(Services, SomeAreCheaperForMany) {
  EXPECT_LT(support_left(1, 0.1), support_left(4, 0.1));
  EXPECT_NEAR(support_left(1, 0), support_left(4, 0), 1e-12);
}

TEST(Services, WhoeverStaysPaysForThoseWhoLeft) {
  const auto spending = [](double power, bool leaving) {
    GovernedCity city = city_with_freedom();
    city.budget.scale_power = power;
    city.world.schools.used[kSecond] = {};
    city.spend();
    city.turn_year();
    city.world.schools.used[kSecond][static_cast<int>(Autonomy::Budget)] = leaving ? 1.0 : 0.0;
    city.spend();
    return city.world.schools.support_staff[kFirst];
  };
  EXPECT_LT(spending(0.1, true), spending(0.1, false));
  EXPECT_EQ(spending(0, true), spending(0, false));
}

TEST(Coaching, IsPaidForByTheSchoolThatHasIt) {
  const auto support = [](double dose) {
    GovernedCity city = city_with_freedom();
    city.model(kFree).coaching = dose;
    city.spend();
    return city.world.schools.support_staff[kSecond];
  };
  EXPECT_LT(support(1), support(0));
}

TEST(Services, CompetitionImprovesThem) {
  GovernedCity city;
  city.spend();
  EXPECT_EQ(city.world.office.service_quality, 0.5);
  EXPECT_EQ(city.world.office.service_price, 1.0);
  city.law.budget.service_contestable = 1;
  for (int year = 0; year < 20; ++year) {
    city.turn_year();
    city.spend();
  }
  EXPECT_NEAR(city.world.office.service_quality, 1 - 0.5 * 0.1216, 0.001);
  EXPECT_DOUBLE_EQ(city.world.office.service_price, 0.9);
  EXPECT_GT(city.world.schools.resources[kFirst], 0) << "a whole city may gain on its first year";
}

}  // namespace
}  // namespace homeroom
