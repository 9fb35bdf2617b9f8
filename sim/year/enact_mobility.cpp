#include "sim/year/enrolment.hpp"
#include "sim/year/mobility.hpp"

namespace homeroom {

void enact(World& world, MobilityOutcome&& outcome) {
  Students& students = world.students;
  for (const SchoolChange& change : outcome.changes) {
    students.school[change.row] = change.to;
    students.arrival[change.row] = Arrival::Moved;
    students.rank[change.row] = kNoRank;
    students.moved[change.row] = 1;
  }
  count_again(world, outcome.changes);
  for (const std::uint32_t row : outcome.late) students.moved[row] = 1;
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    world.results.school[SchoolId{s}].moved_in = outcome.moved_in[s];
    world.results.school[SchoolId{s}].moved_out = outcome.moved_out[s];
  }
}

}  // namespace homeroom
