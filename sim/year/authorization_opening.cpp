// New schools: slots are applied for, planned and opened; the best may open another campus.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"

namespace homeroom::authorization {
namespace {

constexpr int kRecentYears = 3;

// Founders used in recent years: schools opened after the city was founded, and those planning.
int recent_founders(const World& world) {
  int used = 0;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    const int opened = world.schools.opened[school];
    const bool planning = world.schools.status[school] == SchoolStatus::Planning;
    const bool recent = opened > world.founded && opened > world.year - kRecentYears;
    used += planning || (recent && world.schools.status[school] != SchoolStatus::Slot);
  }
  return used;
}

std::vector<SchoolId> free_slots(const World& world) {
  std::vector<SchoolId> slots;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    // A slot with a date of its own is kept for it.
    const bool kept = world.schools.scheduled_year[school] > 0;
    if (world.schools.status[school] == SchoolStatus::Slot && !kept) slots.push_back(school);
  }
  return slots;
}

// A school opens at once or plans for a year first.
void start(const World& world, const Law& law, const AuthorizationParameters& nature, SchoolId slot,
           ModelId into, Founding founding, AuthorizationOutcome& outcome) {
  const SchoolModel& model = law.model(into);
  const bool plans = model.planning_weeks.in(world.year) >= nature.waits_weeks;
  const auto kind = plans ? Change::Kind::Plan : Change::Kind::Open;
  const double seen = founding.applicants;
  outcome.changes.push_back({kind, slot, into, {}, std::move(founding), true, true, 1.0});
  outcome.events.push_back({plans ? EventKind::Planning : EventKind::Opening, slot, seen});
}

void open_planned(const World& world, AuthorizationOutcome& outcome) {
  const Schools& schools = world.schools;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    if (schools.status[school] != SchoolStatus::Planning) continue;
    const ModelId model = schools.model[school];
    outcome.changes.push_back(
        {Change::Kind::Open, school, model, {}, std::nullopt, false, false, 1.0});
    outcome.events.push_back({EventKind::Opening, school, 0.0});
  }
}

void apply_for(const World& world, const Law& law, const AuthorizationParameters& nature,
               const Dice& dice, SchoolId slot, ModelId into, AuthorizationOutcome& outcome) {
  const double queue = std::max(0.25, world.city.founder_queue);
  const double crowding = (outcome.queue_used + 1.0) / kRecentYears / queue;
  auto founding =
      found_school(law, law.model(into), world.city, nature, dice, slot, world.year, crowding);
  if (!founding) {
    outcome.events.push_back({EventKind::ApplicationRefused, slot, 0.0});
    return;
  }
  ++outcome.queue_used;
  start(world, law, nature, slot, into, std::move(*founding), outcome);
}

// The slot of the same grades; another campus serves the same children.
SchoolId slot_like(const Schools& schools, const std::vector<SchoolId>& slots, std::size_t from,
                   SchoolId parent) {
  for (std::size_t i = from; i < slots.size(); ++i) {
    const GradeSpan here = schools.span[slots[i]], there = schools.span[parent];
    if (here.first == there.first && here.last == there.last) return slots[i];
  }
  return {};
}

// Most of a design travels; its leader does not.
void replicate(const World& world, const Law& law, const AuthorizationParameters& nature,
               const Dice& dice, SchoolId parent, SchoolId slot, AuthorizationOutcome& outcome) {
  const ModelId into = world.schools.model[parent];
  Founding founding = new_start(world, law.model(into), nature, dice, slot, true);
  const double share = nature.replica_design;
  const double own = dice.normal(Die::ReplicaDesign, world.year, slot.row());
  founding.design_quality = share * world.schools.design_quality[parent] +
                            sqrt_of(1.0 - share * share) * own + founding.planned;
  founding.distinctness = world.schools.distinctness[parent];
  ++outcome.queue_used;
  start(world, law, nature, slot, into, std::move(founding), outcome);
  outcome.events.push_back({EventKind::Replication, slot, static_cast<double>(parent.row())});
}

void replicate_best(const World& world, const Law& law, const AuthorizationParameters& nature,
                    const Dice& dice, const std::vector<SchoolId>& slots, std::size_t from,
                    AuthorizationOutcome& outcome) {
  const double share = law.authorization.replication.in(world.year);
  if (share <= 0.0) return;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId parent{row};
    if (!world.schools.is_open(parent) || !world.schools.may_replicate[parent]) continue;
    if (!dice.happens(share, Die::Replicate, world.year, row)) continue;
    SchoolId slot = slot_like(world.schools, slots, from, parent);
    if (slot && !is_changed(outcome, slot)) {
      replicate(world, law, nature, dice, parent, slot, outcome);
    }
  }
}

bool closed_last_year(const World& world, const Law& law, SchoolId school) {
  return world.schools.status[school] == SchoolStatus::Closed &&
         world.schools.status_since[school] == world.year - 1 &&
         law.model(world.schools.model[school]).guarantee == Guarantee::Separate;
}

// Other operators want what a closed school leaves: its grades, under its model.
void reoffer(const World& world, const Law& law, const AuthorizationParameters& nature,
             const Dice& dice, const std::vector<SchoolId>& slots, std::size_t from,
             AuthorizationOutcome& outcome) {
  const double share = law.authorization.reoffer_slots.in(world.year);
  if (share <= 0.0) return;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId closed{row};
    if (!closed_last_year(world, law, closed)) continue;
    if (!dice.happens(share, Die::SlotReoffered, world.year, row)) continue;
    const SchoolId slot = slot_like(world.schools, slots, from, closed);
    if (!slot || is_changed(outcome, slot)) continue;
    apply_for(world, law, nature, dice, slot, world.schools.model[closed], outcome);
  }
}

}  // namespace

void open_schools(const World& world, const Law& law, const AuthorizationParameters& nature,
                  const Dice& dice, AuthorizationOutcome& outcome) {
  open_planned(world, outcome);
  outcome.queue_used = recent_founders(world);
  const std::vector<SchoolId> slots = free_slots(world);
  const double expected = law.authorization.openings_per_year.in(world.year);
  const ModelId into = law.named(law.authorization.opening_model);
  std::size_t applied = 0;
  if (expected > 0.0 && into) {
    const int count = whole_number(expected, dice, Die::OpeningCount, world.year);
    applied = std::min<std::size_t>(count, slots.size());
    for (std::size_t i = 0; i < applied; ++i) {
      apply_for(world, law, nature, dice, slots[i], into, outcome);
    }
  }
  replicate_best(world, law, nature, dice, slots, applied, outcome);
  reoffer(world, law, nature, dice, slots, applied, outcome);
}

}  // namespace homeroom::authorization
