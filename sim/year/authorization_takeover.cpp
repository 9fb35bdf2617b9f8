// What follows the state's list of the bottom schools.
//
// Note. "Whoever was on the list had a year or two; then somebody else held the keys."
//   a school listed in an earlier year, by the year:
//     with escape_rate the district moves it into a zone of its own, and it is off the list;
//     else with takeover_rate the state takes it: it begins anew under takeover_model, or, where
//     none is named, under its own with another leader
// Source: Tennessee's list, its Achievement School District, and the zone to which Memphis moved
// schools to keep them, Osborne and Langhorne (2018), section on Memphis. No effect is given here:
// only who is taken, and what the model then resets.
#include "sim/year/authorization_parts.hpp"

namespace homeroom::authorization {
namespace {

bool is_due(const World& world, const AuthorizationOutcome& outcome, SchoolId school) {
  const Schools& schools = world.schools;
  return schools.is_open(school) && schools.listed[school] > 0 &&
         schools.listed[school] < world.year && schools.rated_years[school] > 0 &&
         !is_changed(outcome, school);
}

void escape(const World& world, const Law& law, const AuthorizationParameters& nature,
            const Dice& dice, ModelId into, SchoolId school, AuthorizationOutcome& outcome) {
  outcome.changes.push_back(imposed_start(world, law, nature, dice, school, into, outcome));
  outcome.events.push_back({EventKind::Selection, school, two_year_rating(world.schools, school)});
}

void take_over(const World& world, const Law& law, const AuthorizationParameters& nature,
               const Dice& dice, ModelId into, SchoolId school, AuthorizationOutcome& outcome) {
  const ModelId own = world.schools.model[school];
  Change change = imposed_start(world, law, nature, dice, school, into ? into : own, outcome);
  change.kind = Change::Kind::TakeOver;
  if (!into) {
    // Without a model of the state's own the school begins again as after a failed review.
    change.second_model = world.schools.second_model[school];
    change.new_leader = true;
    change.founding = new_start(world, law.model(own), nature, dice, school, true);
    change.start_up = 1.0;
  }
  outcome.changes.push_back(std::move(change));
  outcome.events.push_back(
      {EventKind::StateTakeover, school, two_year_rating(world.schools, school)});
}

}  // namespace

void follow_state_list(const World& world, const Law& law, const AuthorizationParameters& nature,
                       const Dice& dice, AuthorizationOutcome& outcome) {
  // Schools that a place lists lived to see the policy as what it says they were.
  if (world.year < world.record_until) return;
  const AccountabilityLaw& levers = law.accountability;
  const ModelId refuge = law.named(levers.escape_model), taken = law.named(levers.takeover_model);
  const double escapes = refuge ? levers.escape_rate.in(world.year) : 0.0;
  const double takes = levers.takeover_rate.in(world.year);
  if (escapes <= 0.0 && takes <= 0.0) return;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!is_due(world, outcome, school)) continue;
    if (dice.happens(escapes, Die::ListEscaped, world.year, row)) {
      escape(world, law, nature, dice, refuge, school, outcome);
    } else if (dice.happens(takes, Die::StateTakesOver, world.year, row)) {
      take_over(world, law, nature, dice, taken, school, outcome);
    }
  }
}

}  // namespace homeroom::authorization
