// What a zone pays for staff it let go limits what it can still begin anew.
//
// Note. "Three restarts, and we pay for forty people who teach nobody."
//   idle share = pay of idle staff / revenue, of the school or of its zone; above the model's limit
//   a failed review restarts nobody
// Source: Osborne and Langhorne (2018), section on Springfield.
#include <algorithm>

#include "sim/year/accountability_parts.hpp"
#include "sim/year/budget_parts.hpp"

namespace homeroom::accountability {
namespace {

bool any_limit(const World& world, const Law& law) {
  return std::any_of(law.models.begin(), law.models.end(), [&](const SchoolModel& model) {
    return model.idle_pay_limit.in(world.year) < 1.0;
  });
}

bool pays_together(const Schools& schools, SchoolId one, SchoolId other) {
  return one == other || (schools.zone[one] && schools.zone[one] == schools.zone[other]);
}

}  // namespace

void count_idle_pay(const World& world, const Law& law, std::vector<SchoolAccount>& accounts) {
  if (!any_limit(world, law)) return;
  const budget::Payroll payroll = budget::look_at_payroll(world, law);
  const double paid = (1.0 + law.staffing.benefits) * law.staffing.idle_pay.in(world.year);
  for (SchoolAccount& account : accounts) {
    double idle = 0, revenue = 0;
    for (const SchoolAccount& other : accounts) {
      if (!pays_together(world.schools, account.school, other.school)) continue;
      idle += paid * payroll.idle[other.school.row()];
      revenue += world.schools.revenue[other.school];
    }
    account.idle_share = revenue > 0 ? idle / revenue : 0.0;
  }
}

}  // namespace homeroom::accountability
