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

void write(World& world, const SchoolGovernance& now) {
  write_rights(world.schools, now.school, now.rights);
  world.schools.partner[now.school] = now.partner;
  world.schools.trimmed[now.school] = now.trimmed;
  world.schools.agreement_until[now.school] = now.agreement_until;
  world.schools.agreement_lapsed[now.school] = now.agreement_lapsed;
  mark_first_year(world, now.school);
}

}  // namespace

void write_rights(Schools& schools, SchoolId school, const Rights& rights) {
  schools.paper[school] = rights.paper;
  schools.honoured[school] = rights.honoured;
  schools.held[school] = rights.held;
  schools.used[school] = rights.used;
  schools.friction[school] = rights.friction;
  schools.supervision[school] = rights.supervision;
  schools.checking[school] = rights.checking;
}

void enact(World& world, GovernanceOutcome&& outcome) {
  world.board = std::move(outcome.board);
  world.superintendent = outcome.superintendent;
  world.office = outcome.office;
  world.teachers_union.strength = outcome.union_strength;
  for (const SchoolGovernance& now : outcome.school) write(world, now);
  world.results.events.insert(world.results.events.end(), outcome.events.begin(),
                              outcome.events.end());
}

void enact(World& world, NewRights&& outcome) {
  for (const SchoolGovernance& now : outcome.school) write(world, now);
}

}  // namespace homeroom
