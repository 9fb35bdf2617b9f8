#include <algorithm>

#include "sim/year/budget_parts.hpp"

namespace homeroom::budget {

double formula(const BudgetLaw& law, const SchoolYear& children, int year) {
  const double moderate = std::max(0, children.special - children.severe);
  return law.base_per_student.in(year) *
         (children.enrolment + law.weight_low_income.in(year)*children.low_income +
          law.weight_english_learner.in(year)*children.english_learners +
          law.weight_special_moderate.in(year)*moderate +
          law.weight_special_severe.in(year)*children.severe);
}

double allocation(const World& world, const BudgetLaw& law, SchoolId school) {
  const double now = formula(law, world.results.school[school], world.year);
  const bool known =
      world.last.school.size() == world.schools.size() && world.last.school[school].enrolment > 0;
  if (!known) return now;
  const double before = formula(law, world.last.school[school], world.year);
  const double portable = law.portability.in(world.year);
  return portable * now + (1.0 - portable) * before;
}

double grants(const World& world, const SchoolModel& model, SchoolId school) {
  const int year = world.year;
  const double by_child = model.grant_per_student.in(year)*world.results.school[school].enrolment;
  const bool is_new = year - world.schools.opened[school] < model.start_up_years.in(year);
  return by_child + (is_new ? model.start_up_grant.in(year) : 0.0);
}

double taken(const Schools& schools, SchoolId school, Right right) {
  const int autonomy = kRightNames[index_of(right)].autonomy;
  double held = 0, rights = 0;
  for (int r = 0; r < kRights; ++r) {
    if (kRightNames[r].autonomy != autonomy) continue;
    held += schools.held[school][r];
    rights += 1.0;
  }
  if (held <= 0.0) return 0.0;
  return schools.held[school][index_of(right)] * schools.used[school][autonomy] * rights / held;
}

}  // namespace homeroom::budget
