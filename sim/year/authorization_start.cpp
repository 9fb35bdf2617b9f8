// What a start brings: preparation, disruption, a new leader.
//
//   planned = rush at 6 weeks, + planning_year at 52, straight between and below
// Source: a year of planning, Osborne and Langhorne (2018), section on planning; size assumed.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"

namespace homeroom::authorization {
double planning_effect(const AuthorizationParameters& nature, double weeks, bool running) {
  const double gain = nature.planning_year - nature.planning_rush;
  const double share = (clamp_to(weeks, 0, nature.year_weeks) - nature.rush_weeks) /
                       (nature.year_weeks - nature.rush_weeks);
  const double effect = nature.planning_rush + gain * share;
  return running ? std::max(0.0, effect) : effect;
}

Founding new_start(const World& world, const SchoolModel& model,
                   const AuthorizationParameters& nature, const Dice& dice, SchoolId school,
                   bool new_leader) {
  const int year = world.year;
  const std::uint64_t who = school.row();
  Founding start;
  start.person = world.schools.principals.person[school];
  start.leadership = world.schools.principals.leadership[school];
  start.skill = world.schools.principals.skill[school];
  if (new_leader) {
    const double tie = nature.skill_with_leadership;
    const double pipeline = world.city.leader_supply + model.leader_pipeline.in(year);
    const double lead = nature.new_leader_mean + dice.normal(Die::NewLeaderLeadership, year, who);
    start.person =
        who_of(static_cast<std::uint32_t>(who), static_cast<std::uint32_t>(year) | 0x40000000u);
    start.leadership = pipeline + lead;
    start.skill = pipeline + tie * lead +
                  sqrt_of(1.0 - tie * tie) * dice.normal(Die::NewLeaderSkill, year, who);
  }
  start.planned = planning_effect(nature, model.planning_weeks.in(year), true);
  start.design_quality =
      design_of(nature, start.skill, dice.normal(Die::NewDesign, year, who)) + start.planned;
  start.distinctness =
      distinctness_of(model, nature, year, dice.normal(Die::NewDistinct, year, who));
  return start;
}

double conversion_start_up(const SchoolModel& model, const AuthorizationParameters& nature,
                           int year) {
  const double replaced = model.staff_reset ? 1.0 - model.reset_keep_share.in(year) : 0.0;
  return nature.start_up_conversion + (1.0 - nature.start_up_conversion) * replaced;
}

void begin_again(const World& world, const Law& law, const AuthorizationParameters& nature,
                 const Dice& dice, Change& change) {
  change.kind = Change::Kind::Restart;
  change.new_leader = change.new_design = true;
  change.founding = new_start(world, law.model(change.model), nature, dice, change.school, true);
  change.start_up = 1.0;
}

namespace {

// Whoever is handed a school that failed brings its own model along, such as a receiver's.
void hand_over(const Law& law, Change& change) {
  const ModelId into = law.named(law.model(change.model).restart_model);
  if (!into) return;
  change.model = into;
  change.second_model = {};
}

}  // namespace

void carry_out_restarts(const World& world, const Law& law, const AuthorizationParameters& nature,
                        const Dice& dice, AuthorizationOutcome& outcome) {
  const Schools& schools = world.schools;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    if (schools.status[school] != SchoolStatus::Restart) continue;
    Change change{Change::Kind::EndRestart,
                  school,
                  schools.model[school],
                  schools.second_model[school],
                  std::nullopt,
                  false,
                  false,
                  outcome.start_up[row]};
    if (schools.in_model_since[school] < schools.status_since[school]) {
      hand_over(law, change);
      begin_again(world, law, nature, dice, change);
      outcome.events.push_back({EventKind::Restart, school, 0.0});
    }
    outcome.changes.push_back(std::move(change));
  }
}

}  // namespace homeroom::authorization
