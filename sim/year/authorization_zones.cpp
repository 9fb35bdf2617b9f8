// Zones: which schools belong to one, and how frustrated leaders found their own.
//
// Note. "Seventeen of us wrote the letter; four of us went on."
//   a leader whose frustration passes the threshold, who holds rights to fight for, goes with
//   voice x frustration x reform share; a zone begins when enough go in one year
//   where the law founds one, a share of those who hold such rights goes, most frustrated first
// Source: the Luminary Learning Network, Osborne and Langhorne (2018), section on Denver.
#include <algorithm>
#include <cmath>

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

bool may_join(const World& world, const Law& law, ModelId into, SchoolId school) {
  const Schools& schools = world.schools;
  return schools.is_open(school) && schools.model[school] != into &&
         law.model(schools.model[school]).employer == Employer::District &&
         holds_more_than_usual(world, law, school);
}

bool looks_for_a_zone(const World& world, const AuthorizationParameters& nature, SchoolId school) {
  return world.schools.principals.frustration[school] > nature.voice_frustration;
}

std::vector<SchoolId> those_who_go(const World& world, const Law& law,
                                   const AuthorizationParameters& nature, const Dice& dice,
                                   ModelId into, const AuthorizationOutcome& outcome) {
  const double voice = law.governance.zone_voice.in(world.year);
  std::vector<SchoolId> going;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (is_changed(outcome, school) || !looks_for_a_zone(world, nature, school)) continue;
    if (!may_join(world, law, into, school)) continue;
    const double joins = voice * clamp_to(world.schools.principals.frustration[school], 0, 1) *
                         world.board.reform_share;
    if (dice.happens(joins, Die::ZoneVoice, world.year, row)) going.push_back(school);
  }
  return going;
}

/// Who holds rights to fight for, the most frustrated leader first; ties by row.
std::vector<SchoolId> by_frustration(const World& world, const Law& law, ModelId into,
                                     const AuthorizationOutcome& outcome) {
  std::vector<SchoolId> order;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    // A school whose own conversion is on record is not free to go.
    const bool free = world.schools.scheduled_year[school] == 0 && !is_changed(outcome, school);
    if (free && may_join(world, law, into, school)) order.push_back(school);
  }
  std::stable_sort(order.begin(), order.end(), [&](SchoolId one, SchoolId other) {
    const auto& frustration = world.schools.principals.frustration;
    return frustration[one] > frustration[other];
  });
  return order;
}

void join(SchoolId school, ModelId into, AuthorizationOutcome& outcome) {
  const double start_up = outcome.start_up[school.row()];
  outcome.changes.push_back(
      {Change::Kind::JoinZone, school, into, {}, std::nullopt, false, false, start_up});
  outcome.events.push_back({EventKind::Agreement, school, 0.0});
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
  for (SchoolId school : going) join(school, into, outcome);
}

void take_volunteers(const World& world, const Law& law, const Selection& selection,
                     AuthorizationOutcome& outcome) {
  const ModelId into = law.named(selection.model);
  if (!into) return;
  const std::vector<SchoolId> willing = by_frustration(world, law, into, outcome);
  const double share = selection.volunteers * static_cast<double>(willing.size());
  // Of a city with such schools at least one goes, as of shares that a policy selects.
  const auto going = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(share)));
  for (std::size_t i = 0; i < std::min(going, willing.size()); ++i) join(willing[i], into, outcome);
}

void settle_zones(const World& world, const Law& law, AuthorizationOutcome& outcome) {
  for (Change& change : outcome.changes) change.zone = zone_after(world, law, change);
}

}  // namespace authorization
}  // namespace homeroom
