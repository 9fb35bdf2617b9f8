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

// What severe needs cost a school that meets them without the district's programmes.
double beyond_programmes(const World& world, const BudgetParameters& nature,
                         const SchoolModel& model) {
  return nature.severe_gap * (1.0 - model.cluster_access.in(world.year));
}

double special_cost(const World& world, const Law& law, const BudgetParameters& nature,
                    const SchoolModel& model, SchoolId school) {
  const SchoolYear& children = world.results.school[school];
  const double moderate = std::max(0, children.special - children.severe);
  const double beyond = beyond_programmes(world, nature, model);
  return law.budget.base_per_student.in(world.year) *
         (law.budget.weight_special_moderate.in(world.year) * moderate +
          (law.budget.weight_special_severe.in(world.year) + beyond) * children.severe);
}

}  // namespace

double reimbursed(const World& world, const Law& law, const BudgetParameters& nature,
                  SchoolId school) {
  const SchoolModel& model = law.model(world.schools.model[school]);
  return law.budget.severe_reimbursement.in(world.year) *
         law.budget.base_per_student.in(world.year) * beyond_programmes(world, nature, model) *
         world.results.school[school].severe;
}

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
  const double own = own_services(world, law, nature, school);
  const double services = nature.service_share * base * children.enrolment;
  const double position = payroll.average * (1.0 + law.staffing.benefits);
  Needs needs;
  needs.staff = at_actual * actual + (1.0 - at_actual) * average;
  needs.salary_gap = actual - needs.staff;
  needs.special = special_cost(world, law, nature, model, school);
  const ServicePrices price = service_prices(world, law, nature, office, school);
  needs.services = services * ((1.0 - own) * office.service_price * price.district +
                               own * (1.0 - nature.own_service_saving) * price.own) +
                   own * nature.own_service_positions * position / sharers(schools, school);
  // Where they are a monopoly, transport and telecommunications are the district's for everyone.
  needs.services += services * own * law.budget.transport_monopoly.in(year)*nature.scale_share *
                    (office.service_price * price.district_unit -
                     (1.0 - nature.own_service_saving) * price.own_unit);
  needs.leadership =
      position * (nature.leadership_positions + nature.leadership_per_child * children.enrolment +
                  nature.coaching_positions * model.coaching.in(year));
  needs.zone = zone_overhead(world, model, school);
  needs.idle = idle_cost(world, law, payroll, school);
  needs.facilities = nature.facility_share * base * children.enrolment;
  needs.in_kind = std::min(model.in_kind_per_student.in(year)*children.enrolment,
                           needs.services + (model.pays_facilities ? needs.facilities : 0.0));
  needs.service_quality = (1.0 - own) * office.service_quality + own * nature.own_service_quality;
  return needs;
}

}  // namespace homeroom::budget
