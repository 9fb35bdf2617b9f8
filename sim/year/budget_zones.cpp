// What schools of a zone bear together: the managing of services, their board and office, and the
// pay of those whom they removed.
#include <algorithm>

#include "sim/year/budget_parts.hpp"

namespace homeroom::budget {
namespace {

// True for the school itself and for those with which it shares a zone.
bool together(const Schools& schools, SchoolId school, SchoolId other) {
  if (other == school) return true;
  const ZoneId zone = schools.zone[school];
  return zone && schools.is_open(other) && schools.zone[other] == zone;
}

// What a zone bears together falls on its schools child by child.
double part_of(const World& world, SchoolId school, double cost) {
  const double children = children_together(world, school);
  return children > 0 ? cost * world.results.school[school].enrolment / children : 0.0;
}

}  // namespace

double children_together(const World& world, SchoolId school) {
  if (!world.schools.zone[school]) return world.results.school[school].enrolment;
  double children = 0;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    if (together(world.schools, school, SchoolId{row})) {
      children += world.results.school[SchoolId{row}].enrolment;
    }
  }
  return children;
}

// Managing services of one's own is a fixed cost that schools of a zone share.
double sharers(const Schools& schools, SchoolId school) {
  if (!schools.zone[school]) return 1.0;
  int sharing = 0;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId other{row};
    sharing += schools.is_open(other) && schools.zone[other] == schools.zone[school];
  }
  return std::max(1, sharing);
}

// A zone's board and office cost the same whatever its size.
double zone_overhead(const World& world, const SchoolModel& model, SchoolId school) {
  const double overhead = model.zone_overhead.in(world.year);
  if (!world.schools.zone[school] || overhead <= 0.0) return 0.0;
  return part_of(world, school, overhead);
}

double idle_cost(const World& world, const Law& law, const Payroll& payroll, SchoolId school) {
  double salaries = world.schools.zone[school] ? 0.0 : payroll.idle[school.row()];
  for (std::size_t row = 0; world.schools.zone[school] && row < world.schools.size(); ++row) {
    if (together(world.schools, school, SchoolId{row})) salaries += payroll.idle[row];
  }
  if (salaries <= 0.0) return 0.0;
  const double paid = (1.0 + law.staffing.benefits) * law.staffing.idle_pay.in(world.year);
  return part_of(world, school, salaries * paid);
}

}  // namespace homeroom::budget
