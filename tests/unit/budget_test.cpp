#include "sim/year/budget.hpp"

#include <gtest/gtest.h>

#include "sim/world/invariants_budget.hpp"
#include "sim/year/budget_parts.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;
using testing::kSeparate;

const SchoolId kFirst{0}, kSecond{1};

// A city whose second school holds every right in full, and uses it.
GovernedCity city_with_freedom() {
  GovernedCity city;
  city.put(kSecond, kFree, 2000);
  for (double& held : city.world.schools.held[kSecond]) held = 1;
  for (double& used : city.world.schools.used[kSecond]) used = 1;
  return city;
}

void drop(GovernedCity& city, Right right) {
  city.world.schools.held[kSecond][index_of(right)] = 0;
}

TEST(Budget, EveryCentIsCounted) {
  GovernedCity city = city_with_freedom();
  city.put(SchoolId{2}, kSeparate, 2000);
  city.model(kSeparate).pays_facilities = true;
  for (int year = 0; year < 20; ++year) {
    city.spend();
    ASSERT_EQ(budget_fault(city.world), "");
    if (year == 7) city.world.schools.status[SchoolId{2}] = SchoolStatus::Closed;
    city.turn_year();
  }
  EXPECT_EQ(city.world.schools.fund_balance[SchoolId{2}], 0.0) << "wound up";
}

TEST(Budget, AMissingCentIsFound) {
  GovernedCity city;
  city.spend();
  city.world.office.cash += 0.01;
  EXPECT_EQ(budget_fault(city.world), "dollars in less dollars out are " +
                                          std::to_string(to_cents(city.world.office.revenue) -
                                                         to_cents(city.world.office.outlay)) +
                                          " cents, but all balances changed by " +
                                          std::to_string(to_cents(city.world.office.revenue) -
                                                         to_cents(city.world.office.outlay) + 1) +
                                          " cents");
}

TEST(Revenue, FollowsChildrenAndTheirNeeds) {
  GovernedCity city;
  const SchoolYear& children = city.world.results.school[kFirst];
  // 400 + .1 * 280 + .2 * 80 + .8 * 56 + 2 * 4 children's worth of 10000.
  EXPECT_DOUBLE_EQ(budget::formula(city.law.budget, children, 2010), 4968000.0);
  city.world.last.school[kFirst] = children;
  city.world.results.school[kFirst] = {};
  city.law.budget.portability = 0.75;
  EXPECT_DOUBLE_EQ(budget::allocation(city.world, city.law.budget, kFirst), 0.25 * 4968000.0);
}

TEST(Staff, JuniorSchoolsGainFromActualSalaries) {
  const auto resources = [](int experience, double actual) {
    GovernedCity city = city_with_freedom();
    city.world.schools.held[kSecond][index_of(Right::B2)] = actual;
    for (std::size_t row = 0; row < city.world.teachers.size(); ++row) {
      if (city.world.teachers.school[row] == kSecond.row()) {
        city.world.teachers.experience[row] = static_cast<std::uint8_t>(experience);
      }
    }
    city.spend();
    return city.world.schools.resources[kSecond];
  };
  EXPECT_GT(resources(0, 1), resources(0, 0) + 100);
  EXPECT_LT(resources(12, 1), resources(12, 0) - 100);
  EXPECT_NEAR(resources(6, 1), resources(6, 0), 1e-6) << "the average school neither";
}

TEST(Leftover, IsKeptOrSwept) {
  GovernedCity kept = city_with_freedom(), swept = city_with_freedom();
  drop(swept, Right::B3);
  for (GovernedCity* city : {&kept, &swept}) {
    city->spend();
    city->turn_year();
    city->spend();
  }
  EXPECT_GT(kept.world.schools.fund_balance[kSecond], 1000);
  EXPECT_EQ(swept.world.schools.fund_balance[kSecond], 0);
  EXPECT_GT(kept.world.schools.resources[kSecond], swept.world.schools.resources[kSecond]);
}

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

TEST(IdlePay, StaysWithTheZoneThatRemovedThem) {
  const auto books = [](Destination destination, bool zone) {
    GovernedCity city = city_with_freedom();
    city.put(SchoolId{2}, kFree, 2000);
    city.model(kFree).dismissal_destination = destination;
    if (zone) city.world.schools.zone[kSecond] = city.world.schools.zone[SchoolId{2}] = ZoneId{0};
    Teachers& teachers = city.world.teachers;
    for (std::size_t row = 0; row < teachers.size(); ++row) {
      if (teachers.school[row] == 2 && teachers.person[row] % 1000 < 3) {
        teachers.place[row] = TeacherPlace::Pool;
      }
    }
    city.budget.pool_on_schools = 0;
    city.spend();
    EXPECT_EQ(budget_fault(city.world), "");
    return std::array{city.world.office.pool_cost, city.world.schools.support_staff[kSecond],
                      city.world.schools.support_staff[SchoolId{2}]};
  };
  const auto pool = books(Destination::Pool, false), idle = books(Destination::IdlePay, false);
  const auto zone = books(Destination::IdlePay, true);
  EXPECT_GT(pool[0], 0);
  EXPECT_EQ(idle[0], 0) << "the district is rid of them";
  EXPECT_EQ(zone[0], 0);
  EXPECT_LT(idle[2], pool[2]) << "the school that removed them pays";
  EXPECT_EQ(idle[1], pool[1]);
  EXPECT_LT(zone[1], pool[1]) << "and in a zone its neighbours pay with it";
  EXPECT_GT(zone[2], idle[2]);
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

TEST(Hours, NoSchoolHasThoseThatItCannotPay) {
  GovernedCity city = city_with_freedom();
  city.spend();
  EXPECT_NEAR(city.world.schools.hours[kSecond], 1.2, 1e-9);
  EXPECT_NEAR(city.world.schools.pay[kSecond], 1.2 * 0.14, 1e-6);
  EXPECT_EQ(city.world.schools.hours[kFirst], 0);
  drop(city, Right::S10);
  city.spend();
  EXPECT_NEAR(city.world.schools.hours[kSecond], 1.2 * 0.35, 1e-9);
  city.law.budget.base_per_student = 6000;
  city.spend();
  EXPECT_EQ(city.world.schools.hours[kSecond], 0) << "no money";
  city.model(kFree).mandated_hours = 1;
  city.spend();
  EXPECT_EQ(city.world.schools.hours[kSecond], 0) << "not even what the model demands";
  city.law.budget.base_per_student = 20000;
  for (Right right : {Right::T4, Right::T5, Right::B1}) drop(city, right);
  city.spend();
  EXPECT_EQ(city.world.schools.hours[kSecond], 1) << "out of money that is not its own as well";
}

TEST(Hours, APremiumPaysForTheFirstOnes) {
  GovernedCity city = city_with_freedom();
  for (Right right : {Right::T4, Right::T5}) drop(city, right);
  city.model(kFree).mandated_hours = 1;
  city.model(kFree).pay_premium = 0.14;
  city.spend();
  EXPECT_NEAR(city.world.schools.pay[kSecond], 0.14, 1e-9);
  EXPECT_NEAR(city.world.schools.hours[kSecond], 1, 1e-9);
}

TEST(SpecialNeeds, WithoutSharedProgrammesTheyAreACostOfTheCore) {
  GovernedCity shared = city_with_freedom(), own = city_with_freedom();
  own.model(kFree).cluster_access = 0;
  shared.spend();
  own.spend();
  // Four children at 1.5 times the base.
  EXPECT_NEAR(
      shared.world.schools.support_staff[kSecond] - own.world.schools.support_staff[kSecond],
      100 * 0.5 * (60000 - 0.05 * 60000) / (75000 * 1.25) / 400, 0.005);
}

TEST(Facilities, ArePaidBySomeAndForOthers) {
  GovernedCity city = city_with_freedom();
  city.spend();
  const double paid_for = city.world.schools.support_staff[kSecond];
  city.model(kFree).pays_facilities = true;
  city.spend();
  EXPECT_LT(city.world.schools.support_staff[kSecond], paid_for);
  EXPECT_EQ(budget_fault(city.world), "");
}

TEST(Pool, ItsSalariesAreACostThatSchoolsFeel) {
  GovernedCity city;
  city.spend();
  const double before = city.world.schools.resources[kFirst];
  for (int i = 0; i < 10; ++i) {
    const std::size_t row = city.world.teachers.free_row().row();
    city.world.teachers.place[row] = TeacherPlace::Pool;
    city.world.teachers.experience[row] = 12;
  }
  city.spend();
  EXPECT_DOUBLE_EQ(city.world.office.pool_cost, 10 * 100000 * 1.25);
  EXPECT_NEAR(city.world.schools.resources[kFirst], before - 0.5 * 1250000 / 2400, 0.01);
  EXPECT_EQ(budget_fault(city.world), "");
}

TEST(Norm, IsTheFirstYearsSoThatACityCanGain) {
  GovernedCity city;
  city.spend();
  EXPECT_NEAR(city.world.schools.resources[kFirst], 0, 1e-9);
  city.turn_year();
  city.model(kOrdinary).grant_per_student = 1000;
  city.spend();
  EXPECT_NEAR(city.world.schools.resources[kFirst], 1000, 0.01);
  EXPECT_EQ(city.world.office.norm_since, 2010);
}

TEST(Deficit, IsTheDistrictsUnlessTheSchoolIsSeparate) {
  GovernedCity city;
  city.put(kSecond, kSeparate, 2000);
  city.budget.finance_shock = 0;
  city.law.budget.base_per_student = 5000;
  city.spend();
  EXPECT_EQ(city.world.schools.fund_balance[kFirst], 0);
  EXPECT_LT(city.world.schools.fund_balance[kSecond], 0);
  EXPECT_LT(city.world.schools.resources[kFirst], 1e-9);
  EXPECT_EQ(budget_fault(city.world), "");
}

TEST(Accidents, HappenToSeparateBooksOnly) {
  const auto spending = [](std::uint64_t seed, SchoolId school) {
    GovernedCity city(6, seed);
    city.put(kSecond, kSeparate, 2000);
    city.spend();
    return city.world.schools.spending[school];
  };
  EXPECT_EQ(spending(1, kFirst), spending(2, kFirst));
  EXPECT_NE(spending(1, kSecond), spending(2, kSecond));
}

TEST(Empty, ASchoolWithoutChildrenHasNumbers) {
  GovernedCity city;
  city.world.results.school[kFirst] = {};
  city.world.last.school[kFirst] = {};
  city.spend();
  EXPECT_EQ(city.world.schools.resources[kFirst], 0);
  EXPECT_EQ(budget_fault(city.world), "");
}

}  // namespace
}  // namespace homeroom
