#include "sim/year/timeline.hpp"

namespace homeroom {

void set_opening(World& world, const Law& law, SchoolId school, int year) {
  Schools& schools = world.schools;
  schools.opened[school] = year;
  schools.in_model_since[school] = year;
  schools.scheduled_year[school] = 0;
  if (year <= world.year) return;
  schools.scheduled_year[school] = year;
  schools.scheduled_model[school] = schools.model[school];
  const Origin origin = law.model(schools.model[school]).origin;
  if (origin == Origin::StartUp) {
    schools.status[school] = SchoolStatus::Slot;
    return;
  }
  schools.model[school] = law.ordinary;
  schools.opened[school] = world.year;
  schools.in_model_since[school] = world.year;
}

TimelineOutcome decide_timeline(const World& world) {
  const Schools& schools = world.schools;
  TimelineOutcome outcome;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const SchoolId school{s};
    if (schools.scheduled_year[school] == 0 || schools.scheduled_year[school] != world.year)
      continue;
    if (schools.status[school] == SchoolStatus::Slot) {
      outcome.opening.push_back(school);
    } else if (schools.is_open(school)) {
      outcome.converting.push_back(school);
    }
  }
  return outcome;
}

void enact(World& world, TimelineOutcome&& outcome) {
  Schools& schools = world.schools;
  const auto begin = [&](SchoolId school, EventKind kind) {
    schools.model[school] = schools.scheduled_model[school];
    schools.in_model_since[school] = world.year;
    schools.scheduled_year[school] = 0;
    schools.first_effective[school] = 0.0;
    schools.design_years[school] = 0;
    schools.next_review[school] = 0;
    schools.start_up[school] = 1.0;
    world.results.events.push_back({kind, school, 0.0});
  };
  for (SchoolId school : outcome.opening) {
    schools.status[school] = SchoolStatus::Open;
    schools.status_since[school] = world.year;
    schools.opened[school] = world.year;
    begin(school, EventKind::Opening);
  }
  for (SchoolId school : outcome.converting) begin(school, EventKind::Conversion);
}

}  // namespace homeroom
