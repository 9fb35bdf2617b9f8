#include "sim/year/authorization.hpp"

namespace homeroom {
namespace {

void seat_leader(Principals& principals, SchoolId school, const Founding& founding) {
  principals.person[school] = founding.person;
  principals.leadership[school] = founding.leadership;
  principals.skill[school] = founding.skill;
  principals.years_here[school] = 0;
  principals.experience[school] = 0;
  principals.frustration[school] = 0;
  principals.is_new[school] = 1;
}

void begin_design(Schools& schools, SchoolId school, const Founding& founding) {
  schools.design_quality[school] = founding.design_quality;
  schools.distinctness[school] = founding.distinctness;
  schools.planned[school] = founding.planned;
  schools.design_years[school] = 0;
}

void set_status(Schools& schools, SchoolId school, SchoolStatus status, int year) {
  schools.status[school] = status;
  schools.status_since[school] = year;
}

void enter_zone(World& world, const Change& change) {
  world.schools.zone[change.school] = change.zone;
  if (change.zone && change.zone.row() < world.zones.size()) {
    int& since = world.zones.since[change.zone];
    if (since == 0 && world.schools.is_open(change.school)) since = world.year;
  }
}

void write(World& world, const Change& change) {
  Schools& schools = world.schools;
  const SchoolId school = change.school;
  schools.model[school] = change.model;
  schools.second_model[school] = change.second_model;
  schools.start_up[school] = change.start_up;
  if (change.new_leader) seat_leader(schools.principals, school, *change.founding);
  if (change.new_design) begin_design(schools, school, *change.founding);
  switch (change.kind) {
    case Change::Kind::Plan:
      set_status(schools, school, SchoolStatus::Planning, world.year);
      return;
    case Change::Kind::EndRestart:
      set_status(schools, school, SchoolStatus::Open, world.year);
      return;
    case Change::Kind::Open:
      set_status(schools, school, SchoolStatus::Open, world.year);
      schools.opened[school] = world.year;
      break;
    case Change::Kind::Restart:
      set_status(schools, school, SchoolStatus::Restart, world.year);
      break;
    case Change::Kind::TakeOver:
      schools.listed[school] = 0;
      break;
    case Change::Kind::Convert:
    case Change::Kind::Select:
    case Change::Kind::JoinZone:
      break;
  }
  // A new start under the model: its reviews, agreement and record of autonomy begin anew.
  schools.in_model_since[school] = world.year;
  if (schools.scheduled_year[school] == world.year) schools.scheduled_year[school] = 0;
  schools.next_review[school] = 0;
  schools.reviewed_rating[school] = schools.rated_years[school] > 0 ? schools.rating[school] : 0.0;
  schools.agreement_until[school] = 0;
  schools.agreement_lapsed[school] = 0;
  schools.first_effective[school] = 0;
  schools.probation_years[school] = 0;
  schools.trimmed[school] = 0;
}

}  // namespace

void enact(World& world, AuthorizationOutcome&& outcome) {
  Schools& schools = world.schools;
  schools.principals.is_new.assign(schools.size(), 0);  // last year's newcomers are no longer new
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    schools.start_up[school] = outcome.start_up[row];
    schools.design_quality[school] += outcome.planned[row] - schools.planned[school];
    schools.planned[school] = outcome.planned[row];
    schools.unsigned_work[school] = outcome.unsigned_work[row];
    if (schools.is_open(school)) ++schools.design_years[school];
  }
  for (const Change& change : outcome.changes) {
    write(world, change);
    enter_zone(world, change);
  }
  world.results.events.insert(world.results.events.end(), outcome.events.begin(),
                              outcome.events.end());
}

}  // namespace homeroom
