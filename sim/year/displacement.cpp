#include "sim/year/displacement.hpp"

#include <utility>

namespace homeroom {
namespace {

bool closed_last_year(const Schools& schools, SchoolId school, int year) {
  return schools.status[school] == SchoolStatus::Closed && schools.status_since[school] == year - 1;
}

bool any_closed(const World& world) {
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    if (closed_last_year(world.schools, SchoolId{row}, world.year)) return true;
  }
  return false;
}

double growth_of(const SchoolYear& year) {
  double sum = 0.0;
  for (double term : year.growth[kMath]) sum += term;
  return sum;
}

}  // namespace

std::vector<Displaced> decide_displacement(const World& world) {
  std::vector<Displaced> displaced;
  if (!any_closed(world)) return displaced;
  const Students& students = world.students;
  for (std::size_t row = 0; row < students.size(); ++row) {
    // New children of a row have no school yet.
    if (students.school[row] >= world.schools.size()) continue;
    const SchoolId school = students.school_of(row);
    if (!closed_last_year(world.schools, school, world.year)) continue;
    if (!world.schools.span[school].has(students.grade[row])) continue;
    displaced.push_back({static_cast<std::uint32_t>(row), school});
  }
  return displaced;
}

void enact(World& world, std::vector<Displaced>&& displaced) {
  world.displaced = std::move(displaced);
}

double growth_gained(const World& world, SchoolId closed, SchoolId next) {
  const auto& last = world.last.school;
  if (last.size() != world.schools.size()) return 0.0;
  if (last[closed].enrolment == 0 || last[next].enrolment == 0) return 0.0;
  return growth_of(last[next]) - growth_of(last[closed]);
}

}  // namespace homeroom
