// What a school's year costs before anything is chosen.
#include <algorithm>

#include "sim/year/budget_parts.hpp"
#include "sim/year/posts.hpp"

namespace homeroom::budget {
namespace {

// Sections by class size, with the specialists and planning hours that stand behind each.
double positions(const SchoolYear& children, const StaffingLaw& law, int year, double per_section) {
  double sections = 0;
  for (int grade = 0; grade < kGrades; ++grade) {
    sections += children.by_grade[grade] / class_size(grade, law, year);
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

}  // namespace

Needs needs_of(const World& world, const Law& law, const BudgetParameters& nature,
               const Payroll& payroll, const CentralOffice& office, SchoolId school) {
  const Schools& schools = world.schools;
  const SchoolModel& model = law.model(schools.model[school]);
  const SchoolYear& children = world.results.school[school];
  const int year = world.year;
  const double base = law.budget.base_per_student.in(year);
  const double on_top = (1.0 + law.staffing.benefits) * (1.0 + model.pay_premium.in(year));
  const double posts = positions(children, law.staffing, year, nature.positions_per_section);
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

}  // namespace homeroom::budget
