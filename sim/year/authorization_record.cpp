// What the record says: schools that open or take up their model in a known year. Their approval
// lies in the record; who leads them and how good their design is follows from the same process as
// for every other school.
#include "sim/year/authorization_parts.hpp"

namespace homeroom {

void set_opening(World& world, const Law& law, SchoolId school, int year) {
  Schools& schools = world.schools;
  schools.opened[school] = year;
  schools.in_model_since[school] = year;
  schools.scheduled_year[school] = 0;
  if (year <= world.year) return;
  schools.scheduled_year[school] = year;
  schools.scheduled_model[school] = schools.model[school];
  if (law.model(schools.model[school]).origin == Origin::StartUp) {
    schools.status[school] = SchoolStatus::Slot;
    return;
  }
  schools.model[school] = law.ordinary;
  schools.opened[school] = world.year;
  schools.in_model_since[school] = world.year;
}

namespace authorization {

void follow_record(const World& world, const Law& law, const AuthorizationParameters& nature,
                   const Dice& dice, AuthorizationOutcome& outcome) {
  const Schools& schools = world.schools;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    if (schools.scheduled_year[school] == 0 || schools.scheduled_year[school] != world.year) {
      continue;
    }
    const ModelId into = schools.scheduled_model[school];
    const SchoolModel& model = law.model(into);
    Change change;
    change.school = school;
    change.model = into;
    change.new_design = true;
    if (schools.status[school] == SchoolStatus::Slot) {
      // Refused applications are not on record: the founder is the one whom the bodies let through.
      change.kind = Change::Kind::Open;
      change.founding = found_school(law, model, world.city, nature, dice, school, world.year, 1.0);
      if (!change.founding) change.founding = new_start(world, model, nature, dice, school, true);
      change.new_leader = true;
      change.start_up = 1.0;
      outcome.events.push_back({EventKind::Opening, school, 0.0});
    } else if (schools.is_open(school)) {
      change.kind = Change::Kind::Convert;
      change.founding = new_start(world, model, nature, dice, school, model.leader_reset);
      change.new_leader = model.leader_reset;
      change.start_up = conversion_start_up(model, nature, world.year);
      outcome.events.push_back({EventKind::Conversion, school, 0.0});
    } else {
      continue;
    }
    outcome.changes.push_back(std::move(change));
  }
}

}  // namespace authorization
}  // namespace homeroom
