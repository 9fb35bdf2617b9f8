#include "sim/year/enrolment.hpp"
#include "sim/year/mobility.hpp"

namespace homeroom {

void enact(World& world, MobilityOutcome&& outcome) {
  Students& students = world.students;
  students.school.swap(outcome.school);
  students.arrival.swap(outcome.arrival);
  students.rank.swap(outcome.rank);
  students.moved.swap(outcome.moved);
  count_enrolment(world);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    world.results.school[SchoolId{s}].moved_in = outcome.moved_in[s];
    world.results.school[SchoolId{s}].moved_out = outcome.moved_out[s];
  }
}

}  // namespace homeroom
