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

/// Of those who pay together: a zone, or a school that is in none.
struct Idle {
  double pay = 0, revenue = 0;
  void add(const Idle& other) {
    pay += other.pay;
    revenue += other.revenue;
  }
};

}  // namespace

void count_idle_pay(const World& world, const Law& law, std::vector<SchoolAccount>& accounts) {
  if (!any_limit(world, law)) return;
  const budget::Payroll payroll = budget::look_at_payroll(world, law);
  const double paid = (1.0 + law.staffing.benefits) * law.staffing.idle_pay.in(world.year);
  const Column<SchoolRow, ZoneId>& zones = world.schools.zone;
  std::vector<Idle> of_zone(world.zones.name.size());
  const auto idle_at = [&](SchoolId school) {
    return Idle{paid * payroll.idle[school.row()], world.schools.revenue[school]};
  };
  for (const SchoolAccount& account : accounts) {
    const ZoneId zone = zones[account.school];
    if (zone) of_zone[zone.row()].add(idle_at(account.school));
  }
  for (SchoolAccount& account : accounts) {
    const ZoneId zone = zones[account.school];
    const Idle idle = zone ? of_zone[zone.row()] : idle_at(account.school);
    account.idle_share = idle.revenue > 0 ? idle.pay / idle.revenue : 0.0;
  }
}

}  // namespace homeroom::accountability
