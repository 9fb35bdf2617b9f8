#include "sim/year/seats.hpp"

#include "sim/core/parallel.hpp"

namespace homeroom {

Gate gate_of(const World& world, const Law& law, SchoolId school) {
  if (!world.schools.is_open(school)) return Gate::Shut;
  if (world.schools.special_school[school]) return Gate::Placement;
  const Admission admission = law.model(world.schools.model[school]).admission;
  if (world.schools.selective[school] || admission == Admission::Examination) {
    return Gate::Examination;
  }
  return admission == Admission::Lottery ? Gate::Lottery : Gate::Assignment;
}

namespace {

int seats_listed(const World& world, const Law& law, SchoolId school, int grade) {
  const Schools& schools = world.schools;
  const GradeSpan span = schools.span[school];
  if (!schools.is_open(school) || !span.has(grade)) return 0;
  const int age = world.year - schools.opened[school];
  const bool grows = law.model(schools.model[school]).grade_by_grade;
  if (grows && grade > span.first + age) return 0;
  return schools.seats[school][static_cast<std::size_t>(grade)];
}

}  // namespace

int seats_open(const World& world, const Law& law, SchoolId school, int grade) {
  const int listed = seats_listed(world, law, school, grade);
  const double stretch = world.seat_stretch[static_cast<std::size_t>(grade)];
  if (stretch <= 1.0 || gate_of(world, law, school) != Gate::Assignment) return listed;
  return static_cast<int>(listed * stretch + 0.999);
}

namespace {

/// By grade.
std::vector<int> count_children(const Students& students) {
  return count_by_parts(students.size(), kGrades,
                        [&](std::size_t first, std::size_t past, std::vector<int>& here) {
                          const std::uint8_t* const grade = students.grade.data();
                          int* const children = here.data();
                          for (std::size_t row = first; row < past; ++row) ++children[grade[row]];
                        });
}

}  // namespace

PerGrade<double> stretch_needed(const World& world, const Law& law) {
  const std::vector<int> children = count_children(world.students);
  PerGrade<double> own{}, others{}, stretch{};
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolId school{s};
    const bool district = gate_of(world, law, school) == Gate::Assignment;
    for (int grade = 0; grade < kGrades; ++grade) {
      (district ? own : others)[static_cast<std::size_t>(grade)] +=
          seats_listed(world, law, school, grade);
    }
  }
  const double with_room = 1.0 + law.choice.spare_seats.in(world.year);
  for (std::size_t grade = 0; grade < kGrades; ++grade) {
    const double needed = with_room * children[grade] - others[grade];
    stretch[grade] = own[grade] > 0.0 && needed > own[grade] ? needed / own[grade] : 1.0;
  }
  return stretch;
}

}  // namespace homeroom
