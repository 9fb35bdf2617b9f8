// Zones: which schools belong to one, and how frustrated leaders found their own.
//
// Note. "Seventeen of us wrote the letter; four of us went on."
//   a leader whose frustration passes the threshold, who holds rights to fight for, goes with
//   voice x frustration x reform share; a zone begins when enough go in one year
// Source: the Luminary Learning Network, Osborne and Langhorne (2018), section on Denver.
#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"

namespace homeroom {

ZoneId zone_of_model(const Law& law, ModelId model) {
  return model && law.model(model).zone ? ZoneId{model.row()} : ZoneId{};
}

namespace authorization {
namespace {

bool holds_more_than_usual(const World& world, const Law& law, SchoolId school) {
  const SchoolModel& ordinary = law.model(law.ordinary);
  for (int r = 0; r < kRights; ++r) {
    if (world.schools.paper[school][r] > ordinary.paper[r].in(world.year)) return true;
  }
  return false;
}

bool may_join(const World& world, const Law& law, const AuthorizationParameters& nature,
              ModelId into, SchoolId school) {
  const Schools& schools = world.schools;
  return schools.is_open(school) && schools.model[school] != into &&
         law.model(schools.model[school]).employer == Employer::District &&
         schools.principals.frustration[school] > nature.voice_frustration &&
         holds_more_than_usual(world, law, school);
}

std::vector<SchoolId> those_who_go(const World& world, const Law& law,
                                   const AuthorizationParameters& nature, const Dice& dice,
                                   ModelId into, const AuthorizationOutcome& outcome) {
  const double voice = law.governance.zone_voice.in(world.year);
  std::vector<SchoolId> going;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (is_changed(outcome, school) || !may_join(world, law, nature, into, school)) continue;
    const double joins = voice * clamp_to(world.schools.principals.frustration[school], 0, 1) *
                         world.board.reform_share;
    if (dice.happens(joins, Die::ZoneVoice, world.year, row)) going.push_back(school);
  }
  return going;
}

bool stands(const Schools& schools, ModelId model) {
  for (std::size_t row = 0; row < schools.size(); ++row) {
    if (schools.is_open(SchoolId{row}) && schools.model[SchoolId{row}] == model) return true;
  }
  return false;
}

// A start under a model decides the zone; a new beginning in the same model leaves it.
ZoneId zone_after(const World& world, const Law& law, const Change& change) {
  const Schools& schools = world.schools;
  const bool stays = change.model == schools.model[change.school] && schools.zone[change.school] &&
                     change.kind != Change::Kind::Open;
  if (stays) return schools.zone[change.school];
  const bool by_record = schools.scheduled_year[change.school] == world.year;
  if (by_record && schools.listed_zone[change.school]) return schools.listed_zone[change.school];
  const ZoneId own = zone_of_model(law, change.model);
  return own ? own : zone_of_model(law, change.second_model);
}

}  // namespace

void found_zone(const World& world, const Law& law, const AuthorizationParameters& nature,
                const Dice& dice, AuthorizationOutcome& outcome) {
  const ModelId into = law.named(law.governance.zone_model);
  if (law.governance.zone_voice.in(world.year) <= 0.0 || !into) return;
  const std::vector<SchoolId> going = those_who_go(world, law, nature, dice, into, outcome);
  const bool enough = going.size() >= static_cast<std::size_t>(nature.zone_founders);
  if (!enough && !stands(world.schools, into)) return;
  for (SchoolId school : going) {
    const double start_up = outcome.start_up[school.row()];
    outcome.changes.push_back(
        {Change::Kind::JoinZone, school, into, {}, std::nullopt, false, false, start_up});
    outcome.events.push_back({EventKind::Agreement, school, 0.0});
  }
}

void settle_zones(const World& world, const Law& law, AuthorizationOutcome& outcome) {
  for (Change& change : outcome.changes) change.zone = zone_after(world, law, change);
}

}  // namespace authorization
}  // namespace homeroom
