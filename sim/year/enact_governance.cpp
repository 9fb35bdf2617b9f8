#include "sim/year/governance.hpp"

namespace homeroom {
namespace {

// The year against which later years are held: the first in the model, or the first on record.
void mark_first_year(World& world, SchoolId school) {
  Schools& schools = world.schools;
  if (schools.in_model_since[school] == world.year || schools.first_effective[school] <= 0.0) {
    schools.first_effective[school] = effective_autonomy(schools, school);
  }
}

}  // namespace

void write_rights(Schools& schools, SchoolId school, const Rights& rights) {
  schools.paper[school] = rights.paper;
  schools.honoured[school] = rights.honoured;
  schools.held[school] = rights.held;
  schools.used[school] = rights.used;
  schools.friction[school] = rights.friction;
}

void enact(World& world, GovernanceOutcome&& outcome) {
  world.board = std::move(outcome.board);
  world.superintendent = outcome.superintendent;
  world.office = outcome.office;
  world.teachers_union.strength = outcome.union_strength;
  for (std::size_t row = 0; row < outcome.school.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.is_open(school)) continue;
    const SchoolGovernance& now = outcome.school[row];
    write_rights(world.schools, school, now.rights);
    world.schools.partner[school] = now.partner;
    world.schools.trimmed[school] = now.trimmed;
    world.schools.agreement_until[school] = now.agreement_until;
    world.schools.agreement_lapsed[school] = now.agreement_lapsed;
    mark_first_year(world, school);
  }
  world.results.events.insert(world.results.events.end(), outcome.events.begin(),
                              outcome.events.end());
}

}  // namespace homeroom
