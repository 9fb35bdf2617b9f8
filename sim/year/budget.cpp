#include "sim/year/budget.hpp"

#include "sim/core/parallel.hpp"
#include "sim/year/budget_parts.hpp"

namespace homeroom {
namespace {

double pool_cost(const Law& law, const BudgetParameters& nature, const budget::Payroll& payroll,
                 int year) {
  const double idle = (1.0 + law.staffing.benefits) * law.staffing.idle_pay.in(year);
  const double packages = nature.package_takers * law.budget.exit_package.in(year);
  return payroll.pool * (idle + packages);
}

// Part of the pool's cost is taken off what the district's own schools get, child by child.
double pool_charge_per_child(const World& world, const Law& law, double charge) {
  double children = 0;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.is_open(school)) continue;
    if (law.model(world.schools.model[school]).employer != Employer::District) continue;
    children += world.results.school[school].enrolment;
  }
  return children > 0 ? charge / children : 0.0;
}

/// What the year leaves to use beyond staff, the city's mean [USD/student].
double useful_per_child(const World& world, const BudgetOutcome& outcome) {
  double useful = 0, children = 0;
  for (const SchoolBudget& school : outcome.school) {
    const double here = world.results.school[school.school].enrolment;
    useful += school.useful * here;
    children += here;
  }
  return children > 0 ? useful / children : 0.0;
}

// In its first year a city is its own norm. The burn-in sets the norm of resources anew after each
// of its years (BurnIn); after it none moves: it would hide what a whole city gains.
void take_norms(const World& world, const Law& law, const BudgetParameters& nature,
                BudgetOutcome& outcome) {
  outcome.resources_now = useful_per_child(world, outcome);
  outcome.resource_norm = world.office.resource_norm;
  outcome.norm_since = world.office.norm_since;
  outcome.customers_norm = world.office.customers_norm;
  if (outcome.norm_since != 0 || outcome.school.empty()) return;
  outcome.customers_norm = budget::customers_of_scale(world, law, nature);
  outcome.resource_norm = outcome.resources_now;
  outcome.norm_since = world.year;
}

}  // namespace

BudgetOutcome decide_budget(const World& world, const Law& law, const BudgetParameters& nature,
                            const Dice& dice) {
  const int year = world.year;
  budget::Payroll payroll;
  CentralOffice office;
  side_by_side({[&] { payroll = budget::look_at_payroll(world, law); },
                [&] { office = budget::contested_services(world, law, nature); }});
  BudgetOutcome outcome;
  outcome.service_quality = office.service_quality;
  outcome.service_price = office.service_price;
  outcome.customers_now = office.customers_now;
  const double pool = pool_cost(law, nature, payroll, year);
  outcome.pool_cost = to_cents(pool);
  const double per_child = pool_charge_per_child(world, law, nature.pool_on_schools * pool);
  Cents city_revenue = 0;
  outcome.school.reserve(world.schools.size());
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.is_open(school)) continue;
    const SchoolModel& model = law.model(world.schools.model[school]);
    const SchoolYear& children = world.results.school[school];
    const double charge = model.employer == Employer::District ? per_child * children.enrolment : 0;
    outcome.school.push_back(
        budget::spend(world, law, nature, payroll, office, dice, school, charge));
    city_revenue += to_cents(budget::formula(law.budget, children, year) +
                             budget::grants(world, model, school) +
                             budget::reimbursed(world, law, nature, school));
  }
  budget::close_books(world, law, nature, city_revenue, outcome);
  take_norms(world, law, nature, outcome);
  return outcome;
}

}  // namespace homeroom
