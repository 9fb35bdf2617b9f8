#include <algorithm>

#include "sim/year/budget_parts.hpp"

namespace homeroom {

Dollars salary_of(const StaffingLaw& law, int experience) {
  const double share = std::min(1.0, experience / std::max(1.0, law.salary_years));
  return law.salary_start + (law.salary_top - law.salary_start) * share;
}

namespace budget {

namespace {

// Whoever a school removed that must keep its own idle staff stays on its payroll, or on its
// zone's.
bool pays_its_idle(const World& world, const Law& law, std::size_t school) {
  if (school >= world.schools.size()) return false;
  const SchoolId row{school};
  return world.schools.is_open(row) &&
         law.model(world.schools.model[row]).dismissal_destination == Destination::IdlePay;
}

}  // namespace

Payroll look_at_payroll(const World& world, const Law& levers) {
  const StaffingLaw& law = levers.staffing;
  constexpr std::size_t kExperiences = 256;
  std::array<double, kExperiences> scale;
  for (std::size_t e = 0; e < kExperiences; ++e) scale[e] = salary_of(law, static_cast<int>(e));
  const Teachers& teachers = world.teachers;
  const std::size_t schools = world.schools.size();
  Payroll payroll;
  std::vector<int> count(schools, 0);
  payroll.mean.assign(schools, 0.0);
  payroll.idle.assign(schools, 0.0);
  double own = 0;
  int owned = 0;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    const double salary = scale[teachers.experience[row]];
    if (teachers.place[row] == TeacherPlace::Pool) {
      const std::size_t from = teachers.school[row];
      (pays_its_idle(world, levers, from) ? payroll.idle[from] : payroll.pool) += salary;
    }
    if (!teachers.in_school(row)) continue;
    payroll.mean[teachers.school[row]] += salary;
    ++count[teachers.school[row]];
    if (teachers.employer[row] != Employer::District) continue;
    own += salary;
    ++owned;
  }
  payroll.average = owned ? own / owned : salary_of(law, static_cast<int>(law.salary_years / 2));
  for (std::size_t s = 0; s < schools; ++s) {
    payroll.mean[s] = count[s] ? payroll.mean[s] / count[s] : payroll.average;
  }
  return payroll;
}

}  // namespace budget
}  // namespace homeroom
