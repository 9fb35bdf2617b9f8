// A school's books by arithmetic: every line from the law's own words, to the cent.
//   revenue = base (n + weights) + grant n, part of it by last year's children
//   revenue - staff - special - services - leadership - hours - what is left over = 0
// No chance is involved.
#include <gtest/gtest.h>

#include "sim/year/budget_parts.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using namespace testing;

const SchoolId kFirst{0};

SchoolBudget of_first(const GovernedCity& city) {
  return decide_budget(city.world, city.law, city.budget, city.dice).school.front();
}

/// 400 children: 280 of low income, 80 English learners, 56 with moderate and 4 with severe needs.
TEST(Revenue, IsTheSumOverChildrenOfWhatTheLawGivesEach) {
  GovernedCity city;
  BudgetLaw& law = city.law.budget;
  law.base_per_student = 11111.11;
  law.weight_low_income = 0.17;
  law.weight_english_learner = 0.23;
  law.weight_special_moderate = 0.9;
  law.weight_special_severe = 2.3;
  const double weighted = 400 + 0.17 * 280 + 0.23 * 80 + 0.9 * 56 + 2.3 * 4;
  EXPECT_EQ(of_first(city).revenue, to_cents(11111.11 * weighted));
  city.law.models[kOrdinary.row()].grant_per_student = 123.45;
  EXPECT_EQ(of_first(city).revenue, to_cents(11111.11 * weighted + 123.45 * 400));
}

TEST(Revenue, FollowsAChildAsFarAsMoneyIsPortable) {
  GovernedCity city;
  SchoolYear& before = city.world.last.school[kFirst];
  before = {};
  before.enrolment = 500;
  for (const double portable : {0.0, 0.3, 1.0}) {
    city.law.budget.portability = portable;
    const double now = budget::formula(city.law.budget, city.world.results.school[kFirst], 2010);
    const double then = 500 * city.law.budget.base_per_student.in(2010);
    EXPECT_EQ(of_first(city).revenue, to_cents(portable * now + (1 - portable) * then));
  }
}

/// The lines of a school that holds no right over money: everything that is left is spent by
/// formula, so the books close at nought.
TEST(Books, CloseAtNoughtLineByLine) {
  GovernedCity city;
  const BudgetParameters& nature = city.budget;
  const StaffingLaw& law = city.law.staffing;
  const double base = city.law.budget.base_per_student.in(2010);
  // Everyone has taught six years, half the way up the scale of twelve.
  const double position = (1.0 + law.benefits) * (law.salary_start + law.salary_top) / 2;
  const double sections = 400.0 / law.class_size_elementary.in(2010);
  const double staff = sections * nature.positions_per_section * position;
  const double special =
      base * (city.law.budget.weight_special_moderate.in(2010) * 56 +
              (city.law.budget.weight_special_severe.in(2010) +
               nature.severe_gap * (1 - city.law.models[0].cluster_access.in(2010))) *
                  4);
  const double services = nature.service_share * base * 400;
  const double leadership =
      position * (nature.leadership_positions + nature.leadership_per_child * 400);
  const SchoolBudget books = of_first(city);
  const double left = budget::formula(city.law.budget, city.world.results.school[kFirst], 2010) -
                      staff - special - services - leadership;
  ASSERT_GT(left, 0.0);
  EXPECT_EQ(books.revenue, books.spending);
  EXPECT_EQ(books.balance, 0);
  EXPECT_EQ(books.hours, 0.0);
  EXPECT_EQ(books.facilities, to_cents(nature.facility_share * base * 400));
  // What was left over bought support and materials, child by child.
  const double worth_of_services =
      nature.service_worth * services * (city.world.office.service_quality - 0.5);
  EXPECT_NEAR(books.useful, (left + worth_of_services) / 400, 0.005);
}

/// The same school with all rights over money and time: hours at the contract's price come first.
TEST(Books, PayHoursAtTheContractsPrice) {
  GovernedCity without, with;
  for (GovernedCity* city : {&without, &with}) {
    city->law.budget.base_per_student = 30000;  // money enough for an hour
    city->law.models[0].mandated_hours = city == &with ? 1.0 : 0.0;
  }
  const SchoolBudget before = of_first(without), after = of_first(with);
  EXPECT_DOUBLE_EQ(after.hours, 1.0);
  const StaffingLaw& law = with.law.staffing;
  const double staff = 400.0 / law.class_size_elementary.in(2010) *
                       with.budget.positions_per_section * (1.0 + law.benefits) *
                       (law.salary_start + law.salary_top) / 2;
  // The hour is taken from what was left over, dollar by dollar.
  EXPECT_EQ(before.spending, after.spending);
  EXPECT_NEAR(before.useful - after.useful, law.hour_rate.in(2010) * staff / 400, 0.005);
}

/// Balances of schools and district at the end are those at the beginning and what came in between,
/// less what went out: to the cent, over all years together.
TEST(Money, IsConservedOverTheYears) {
  GovernedCity city;
  city.put(SchoolId{2}, kSeparate, 2000);
  city.put(SchoolId{3}, kFree, 2000);
  const auto balances = [&] {
    Cents sum = to_cents(city.world.office.cash);
    for (std::size_t s = 0; s < city.world.schools.size(); ++s) {
      sum += to_cents(city.world.schools.fund_balance[SchoolId{s}]);
    }
    return sum;
  };
  const Cents first = balances();
  Cents in = 0, out = 0, moved = 0;
  for (int year = 0; year < 12; ++year) {
    city.govern();
    city.spend();
    in += to_cents(city.world.office.revenue);
    out += to_cents(city.world.office.outlay);
    city.turn_year();
    moved += city.world.schools.fund_balance[SchoolId{2}] != 0.0;
  }
  EXPECT_EQ(balances() - first, in - out);
  EXPECT_GT(in, 0);
  EXPECT_GT(moved, 0) << "no school kept money: the law holds trivially";
}

}  // namespace
}  // namespace homeroom
