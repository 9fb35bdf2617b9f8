// The district's own books: what it keeps, what it pays for its schools, and what is left.
#include <algorithm>

#include "sim/year/budget_parts.hpp"

namespace homeroom::budget {
namespace {

Cents all_balances(const World& world) {
  Cents sum = to_cents(world.office.cash);
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    sum += to_cents(world.schools.fund_balance[SchoolId{row}]);
  }
  return sum;
}

// Schools that closed leave what they had, or owed, to the district.
Cents wind_up(const World& world, BudgetOutcome& outcome) {
  Cents left = 0;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (world.schools.is_open(school) || world.schools.fund_balance[school] == 0.0) continue;
    left += to_cents(world.schools.fund_balance[school]);
    outcome.wound_up.push_back(school);
  }
  return left;
}

}  // namespace

void close_books(const World& world, const Law& law, const BudgetParameters& nature,
                 Cents city_revenue, BudgetOutcome& outcome) {
  double district_children = 0;
  Cents to_schools = 0, by_schools = 0, gaps = 0, facilities = 0, back = 0;
  for (const SchoolBudget& school : outcome.school) {
    to_schools += school.revenue;
    by_schools += school.spending;
    gaps += school.salary_gap;
    facilities += school.facilities;
    back += school.swept - school.covered;
    const SchoolModel& model = law.model(world.schools.model[school.school]);
    if (model.guarantee != Guarantee::Separate) {
      district_children += world.results.school[school.school].enrolment;
    }
  }
  const Cents central = to_cents(nature.central_share * district_children *
                                 law.budget.base_per_student.in(world.year));
  const Cents cash = to_cents(world.office.cash) + wind_up(world, outcome);
  // Administration gets what the centre has over, and part of the balance; debts cut into it.
  const Cents over = central - facilities - outcome.pool_cost;
  const Cents administration =
      std::max<Cents>(0, over + to_cents(nature.cash_use * dollars_of(cash + city_revenue -
                                                                      to_schools + back - gaps)));
  outcome.balance_before = all_balances(world);
  outcome.revenue = city_revenue + central;
  outcome.outlay = by_schools + gaps + facilities + outcome.pool_cost + administration;
  outcome.cash = cash + outcome.revenue - to_schools + back - gaps - facilities -
                 outcome.pool_cost - administration;
}

}  // namespace homeroom::budget
