#include "sim/year/displacement.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "sim/core/parallel.hpp"

namespace homeroom {
namespace {

bool closed_last_year(const Schools& schools, SchoolId school, int year) {
  return schools.status[school] == SchoolStatus::Closed && schools.status_since[school] == year - 1;
}

/// By school: the grades, as bits, that it taught if it closed with the last year.
std::vector<std::uint16_t> grades_closed(const World& world) {
  std::vector<std::uint16_t> closed(world.schools.size(), 0);
  for (std::size_t row = 0; row < closed.size(); ++row) {
    const SchoolId school{row};
    if (!closed_last_year(world.schools, school, world.year)) continue;
    for (int grade = 0; grade < kGrades; ++grade) {
      const bool taught = world.schools.span[school].has(grade);
      closed[row] =
          static_cast<std::uint16_t>(closed[row] | static_cast<unsigned>(taught) << grade);
    }
  }
  return closed;
}

double growth_of(const SchoolYear& year) {
  double sum = 0.0;
  for (double term : year.growth[kMath]) sum += term;
  return sum;
}

}  // namespace

std::vector<Displaced> decide_displacement(const World& world) {
  const std::vector<std::uint16_t> closed = grades_closed(world);
  const bool any = std::any_of(closed.begin(), closed.end(), [](auto grades) { return grades; });
  if (!any) return {};
  const Students& students = world.students;
  std::vector<std::vector<Displaced>> slices(slices_of(students.size()));
  for_slices(students.size(), [&](std::size_t first, std::size_t past, std::size_t slice) {
    for (std::size_t row = first; row < past; ++row) {
      const std::uint16_t school = students.school[row];
      // New children of a row have no school yet.
      if (school >= closed.size() || (closed[school] >> students.grade[row] & 1) == 0) continue;
      slices[slice].push_back({static_cast<std::uint32_t>(row), SchoolId{school}});
    }
  });
  std::vector<Displaced> displaced;
  for (const std::vector<Displaced>& here : slices) {
    displaced.insert(displaced.end(), here.begin(), here.end());
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
