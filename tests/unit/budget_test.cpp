#include "sim/year/budget.hpp"

#include <gtest/gtest.h>

#include "sim/world/invariants_budget.hpp"
#include "sim/year/budget_parts.hpp"
#include "tests/unit/budget_city.hpp"

namespace homeroom {
namespace {

using testing::city_with_freedom;
using testing::drop;
using testing::GovernedCity;
using testing::kFirst;
using testing::kOrdinary;
using testing::kSecond;
using testing::kSeparate;

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

TEST(Payroll, AverageIsOfTheDistrictsOwnTeachers) {
  GovernedCity city;
  Teachers& teachers = city.world.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.school[row] != kSecond.row()) continue;
    teachers.employer[row] = Employer::School;
    teachers.experience[row] = 30;
  }
  const budget::Payroll payroll = budget::look_at_payroll(city.world, city.law);
  EXPECT_DOUBLE_EQ(payroll.average, salary_of(city.law.staffing, 6));
  EXPECT_DOUBLE_EQ(payroll.mean[kSecond.row()], salary_of(city.law.staffing, 30));
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

TEST(Empty, ASchoolWithoutChildrenHasNumbers) {
  GovernedCity city;
  city.world.results.school[kFirst] = {};
  city.world.last.school[kFirst] = {};
  city.spend();
  EXPECT_EQ(city.world.schools.resources[kFirst], 0);
  EXPECT_EQ(budget_fault(city.world), "");
}

TEST(Deficit, ComesOutOfTheBalanceBeforeTheCore) {
  const auto spent = [](double balance) {
    GovernedCity city;
    city.put(kSecond, kSeparate, 2000);
    city.budget.finance_shock = 0;
    city.law.budget.base_per_student = 5000;
    Schools& schools = city.world.schools;
    schools.held[kSecond][index_of(Right::B3)] = 1;
    schools.fund_balance[kSecond] = balance;
    city.spend();
    return balance + schools.revenue[kSecond] - schools.fund_balance[kSecond];
  };
  EXPECT_GT(spent(1e7), spent(0) + 1000) << "who has saved pays its teachers all the same";
}

}  // namespace
}  // namespace homeroom
