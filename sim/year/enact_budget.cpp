#include "sim/year/budget.hpp"

namespace homeroom {
namespace {

void write(World& world, const SchoolBudget& budget, double norm) {
  Schools& schools = world.schools;
  const SchoolId school = budget.school;
  schools.revenue[school] = dollars_of(budget.revenue);
  schools.spending[school] = dollars_of(budget.spending + budget.salary_gap + budget.facilities);
  schools.fund_balance[school] = dollars_of(budget.balance);
  schools.resources[school] =
      world.results.school[school].enrolment > 0 ? budget.useful - norm : 0.0;
  schools.service_quality[school] = budget.service_quality;
  schools.support_staff[school] = budget.support_staff;
  schools.hours[school] = budget.hours;
  schools.pay[school] = budget.pay;
}

}  // namespace

void enact(World& world, BudgetOutcome&& outcome) {
  for (const SchoolBudget& school : outcome.school) write(world, school, outcome.resource_norm);
  for (SchoolId school : outcome.wound_up) world.schools.fund_balance[school] = 0.0;
  CentralOffice& office = world.office;
  office.cash = dollars_of(outcome.cash);
  office.pool_cost = dollars_of(outcome.pool_cost);
  office.revenue = dollars_of(outcome.revenue);
  office.outlay = dollars_of(outcome.outlay);
  office.balance_before = dollars_of(outcome.balance_before);
  office.service_quality = outcome.service_quality;
  office.service_price = outcome.service_price;
  office.customers_now = outcome.customers_now;
  office.customers_norm = outcome.customers_norm;
  office.resources_now = outcome.resources_now;
  office.resource_norm = outcome.resource_norm;
  office.norm_since = outcome.norm_since;
}

}  // namespace homeroom
