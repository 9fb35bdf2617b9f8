#include "sim/year/seats.hpp"

namespace homeroom {

Gate gate_of(const World& world, const Law& law, SchoolId school) {
  if (!world.schools.is_open(school)) return Gate::Shut;
  const Admission admission = law.model(world.schools.model[school]).admission;
  if (world.schools.selective[school] || admission == Admission::Examination) {
    return Gate::Examination;
  }
  return admission == Admission::Lottery ? Gate::Lottery : Gate::Assignment;
}

int seats_open(const World& world, const Law& law, SchoolId school, int grade) {
  const Schools& schools = world.schools;
  const GradeSpan span = schools.span[school];
  if (!schools.is_open(school) || !span.has(grade)) return 0;
  const int age = world.year - schools.opened[school];
  const bool grows = law.model(schools.model[school]).grade_by_grade;
  if (grows && grade > span.first + age) return 0;
  return schools.seats[school][static_cast<std::size_t>(grade)];
}

}  // namespace homeroom
