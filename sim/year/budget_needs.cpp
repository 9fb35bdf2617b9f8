// What a school's year costs before anything is chosen.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/budget_parts.hpp"

namespace homeroom::budget {
namespace {

// Sections by class size, with the specialists and planning hours that stand behind each.
double positions(const SchoolYear& children, const StaffingLaw& law, double per_section) {
  double sections = 0;
  for (int grade = 0; grade < kGrades; ++grade) {
    const int size = grade <= 5 ? law.class_size_elementary : law.class_size_secondary;
    sections += static_cast<double>(children.by_grade[grade]) / std::max(1, size);
  }
  return sections * per_section;
}

double special_cost(const World& world, const Law& law, const BudgetParameters& nature,
                    const SchoolModel& model, SchoolId school) {
  const SchoolYear& children = world.results.school[school];
  const double moderate = std::max(0, children.special - children.severe);
  const double beyond = nature.severe_gap * (1.0 - model.cluster_access.in(world.year));
  return law.budget.base_per_student.in(world.year) *
         (law.budget.weight_special_moderate.in(world.year) * moderate +
          (law.budget.weight_special_severe.in(world.year) + beyond) * children.severe);
}

// Managing services of one's own is a fixed cost that schools of a zone share.
double sharers(const Schools& schools, SchoolId school) {
  if (!schools.zone[school]) return 1.0;
  int together = 0;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId other{row};
    together += schools.is_open(other) && schools.zone[other] == schools.zone[school];
  }
  return std::max(1, together);
}

// True for the school itself and for those with which it shares a zone.
bool together(const Schools& schools, SchoolId school, SchoolId other) {
  if (other == school) return true;
  const ZoneId zone = schools.zone[school];
  return zone && schools.is_open(other) && schools.zone[other] == zone;
}

double children_together(const World& world, SchoolId school) {
  double children = 0;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    if (together(world.schools, school, SchoolId{row})) {
      children += world.results.school[SchoolId{row}].enrolment;
    }
  }
  return children;
}

// What a zone bears together falls on its schools child by child.
double part_of(const World& world, SchoolId school, double cost) {
  const double children = children_together(world, school);
  return children > 0 ? cost * world.results.school[school].enrolment / children : 0.0;
}

// A zone's board and office cost the same whatever its size.
double zone_overhead(const World& world, const SchoolModel& model, SchoolId school) {
  const double overhead = model.zone_overhead.in(world.year);
  if (!world.schools.zone[school] || overhead <= 0.0) return 0.0;
  return part_of(world, school, overhead);
}

double idle_cost(const World& world, const Law& law, const Payroll& payroll, SchoolId school) {
  double salaries = 0;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    if (together(world.schools, school, SchoolId{row})) salaries += payroll.idle[row];
  }
  if (salaries <= 0.0) return 0.0;
  const double paid = (1.0 + law.staffing.benefits) * law.staffing.idle_pay.in(world.year);
  return part_of(world, school, salaries * paid);
}

// A service with economies of scale costs less by the power of how many are served.
double scaled(const BudgetParameters& nature, double served, double norm) {
  if (nature.scale_power <= 0.0 || served <= 0.0 || norm <= 0.0) return 1.0;
  const double unit = power_of(served / norm, -nature.scale_power);
  return 1.0 - nature.scale_share + nature.scale_share * unit;
}

}  // namespace

double customers(const World& world) {
  double children = 0, served = 0;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.is_open(school)) continue;
    const double enrolment = world.results.school[school].enrolment;
    children += enrolment;
    served += enrolment * (1.0 - own_services(world.schools, school));
  }
  return children > 0 ? served / children : 1.0;
}

ServicePrices service_prices(const World& world, const BudgetParameters& nature,
                             const CentralOffice& office, SchoolId school) {
  ServicePrices prices;
  if (office.norm_since != 0) {
    prices.district = scaled(nature, office.customers_now, office.customers_norm);
  }
  prices.own = scaled(nature, children_together(world, school), nature.scale_children);
  return prices;
}

double own_services(const Schools& schools, SchoolId school) {
  return clamp_to(taken(schools, school, Right::B4), 0, 1);
}

Needs needs_of(const World& world, const Law& law, const BudgetParameters& nature,
               const Payroll& payroll, const CentralOffice& office, SchoolId school) {
  const Schools& schools = world.schools;
  const SchoolModel& model = law.model(schools.model[school]);
  const SchoolYear& children = world.results.school[school];
  const int year = world.year;
  const double base = law.budget.base_per_student.in(year);
  const double on_top = (1.0 + law.staffing.benefits) * (1.0 + model.pay_premium.in(year));
  const double posts = positions(children, law.staffing, nature.positions_per_section);
  // Who is not on the district's payroll pays what its teachers cost.
  const double at_actual =
      model.employer == Employer::District ? schools.held[school][index_of(Right::B2)] : 1.0;
  const double actual = posts * payroll.mean[school.row()] * on_top;
  const double average = posts * payroll.average * on_top;
  const double own = own_services(schools, school);
  const double services = nature.service_share * base * children.enrolment;
  const double position = payroll.average * (1.0 + law.staffing.benefits);
  Needs needs;
  needs.staff = at_actual * actual + (1.0 - at_actual) * average;
  needs.salary_gap = actual - needs.staff;
  needs.special = special_cost(world, law, nature, model, school);
  const ServicePrices price = service_prices(world, nature, office, school);
  needs.services = services * ((1.0 - own) * office.service_price * price.district +
                               own * (1.0 - nature.own_service_saving) * price.own) +
                   own * nature.own_service_positions * position / sharers(schools, school);
  needs.leadership =
      position * (nature.leadership_positions + nature.leadership_per_child * children.enrolment +
                  nature.coaching_positions * model.coaching.in(year));
  needs.zone = zone_overhead(world, model, school);
  needs.idle = idle_cost(world, law, payroll, school);
  needs.facilities = nature.facility_share * base * children.enrolment;
  needs.service_quality = (1.0 - own) * office.service_quality + own * nature.own_service_quality;
  return needs;
}

// A monopoly stays as it is; a shop that may lose its customers improves as long as it has them.
CentralOffice contested_services(const World& world, const Law& law,
                                 const BudgetParameters& nature) {
  CentralOffice office = world.office;
  const double contested = law.budget.service_contestable.in(world.year);
  const double kept = customers(world);
  office.customers_now = kept;
  office.service_quality +=
      nature.contested_gain * contested * kept * (1.0 - office.service_quality);
  const double cheaper = office.service_price * (1.0 - nature.contested_price * contested * kept);
  // A price below the floor at the start is left alone.
  office.service_price = std::max(std::min(office.service_price, nature.price_floor), cheaper);
  return office;
}

}  // namespace homeroom::budget
