// What can be said of a school against a year ago.
#include <cmath>

#include "sim/year/displacement.hpp"
#include "tests/signs/outcomes.hpp"

namespace homeroom::signs {
namespace {

/// True growth that displaced children gained by going there from a school that closed.
double displaced_gain(const SeenYear& y, std::size_t school) {
  double sum = 0;
  int came = 0;
  for (const Displaced& child : y.world.displaced) {
    const Students& students = y.world.students;
    if (students.school[child.row] != school) continue;
    if (students.arrival[child.row] != Arrival::Displaced) continue;
    sum += growth_gained(y.world, child.from, SchoolId{school});
    ++came;
  }
  const int enrolment = y.world.results.school[SchoolId{school}].enrolment;
  return came > 0 ? sum / enrolment : NAN;
}

}  // namespace

std::vector<Outcome> change_outcomes() {
  std::vector<Outcome> all;
  all.push_back({"school.shrinkage", "share", "of its children of a year ago fewer than then",
                 [](const SeenYear& y, std::size_t s) {
                   const int before = y.world.last.school[SchoolId{s}].enrolment;
                   const int now = y.world.results.school[SchoolId{s}].enrolment;
                   return before > 0 ? 1.0 - static_cast<double>(now) / before : NAN;
                 }});
  all.push_back({"school.displaced_gain", "SD/year",
                 "true growth that displaced children gained by coming, by child of the "
                 "school; none where none came",
                 displaced_gain});
  return all;
}

}  // namespace homeroom::signs
