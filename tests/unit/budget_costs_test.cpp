// What single causes cost a school: idle staff, hours, special needs, facilities, accidents.
#include "sim/year/budget.hpp"

#include <gtest/gtest.h>

#include <array>

#include "sim/world/invariants_budget.hpp"
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
using testing::kSeparate;

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

TEST(Grants, StartASchoolAndEnd) {
  GovernedCity city = city_with_freedom();
  const auto revenue = [&city](double grant) {
    city.model(kFree).start_up_grant = grant;
    city.model(kFree).start_up_years = 2;
    GovernedCity spends = city;
    spends.spend();
    EXPECT_EQ(budget_fault(spends.world), "");
    return spends.world.schools.revenue[kSecond];
  };
  const int year = city.world.year;
  for (const int age : {0, 1}) {
    city.world.schools.opened[kSecond] = year - age;
    EXPECT_NEAR(revenue(150000) - revenue(0), 150000, 0.02) << "in year " << age;
  }
  city.world.schools.opened[kSecond] = year - 2;
  EXPECT_EQ(revenue(150000), revenue(0)) << "new no longer";
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

TEST(SpecialNeeds, AreNoCostOfTheCoreWhereTheStatePaysForThem) {
  GovernedCity shared = city_with_freedom(), own = city_with_freedom();
  own.model(kFree).cluster_access = 0;
  own.law.budget.severe_reimbursement = 1;
  shared.spend();
  own.spend();
  EXPECT_NEAR(own.world.schools.revenue[kSecond] - shared.world.schools.revenue[kSecond], 60000,
              0.01);
  EXPECT_NEAR(own.world.office.revenue - shared.world.office.revenue, 60000, 0.01);
  EXPECT_EQ(budget_fault(own.world), "");
}

TEST(InKind, WhatTheDistrictGivesIsNoCostOfTheSchool) {
  GovernedCity city = city_with_freedom();
  const auto second = [&] {
    return decide_budget(city.world, city.law, city.budget, city.dice).school[kSecond.row()];
  };
  const SchoolBudget alone = second();
  city.model(kFree).in_kind_per_student = 1000;
  const SchoolBudget given = second();
  EXPECT_EQ(given.facilities - alone.facilities, to_cents(400 * 1000.0)) << "the district pays";
  EXPECT_EQ(given.revenue, alone.revenue);
  EXPECT_GT(given.support_staff, alone.support_staff);
  city.model(kFree).in_kind_per_student = 1e6;
  EXPECT_LT(second().facilities, to_cents(400 * 20000.0)) << "no more than services and upkeep";
  city.spend();
  EXPECT_EQ(budget_fault(city.world), "");
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

}  // namespace
}  // namespace homeroom
