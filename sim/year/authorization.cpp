#include "sim/year/authorization.hpp"

#include "sim/year/authorization_parts.hpp"

namespace homeroom {

AuthorizationOutcome decide_authorization(const World& world, const Law& law,
                                          const AuthorizationParameters& nature, const Dice& dice) {
  AuthorizationOutcome outcome;
  const Schools& schools = world.schools;
  outcome.start_up.assign(schools.size(), 0.0);
  outcome.planned.assign(schools.size(), 0.0);
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    outcome.start_up[row] = schools.start_up[school] * nature.start_up_fade;
    outcome.planned[row] = schools.is_open(school) ? schools.planned[school] * nature.planning_fade
                                                   : schools.planned[school];
  }
  authorization::follow_record(world, law, nature, dice, outcome);
  authorization::carry_out_restarts(world, law, nature, dice, outcome);
  authorization::select_schools(world, law, nature, dice, outcome);
  authorization::convert_schools(world, law, nature, dice, outcome);
  authorization::join_network(world, law, nature, dice, outcome);
  authorization::found_zone(world, law, nature, dice, outcome);
  authorization::follow_state_list(world, law, nature, dice, outcome);
  authorization::open_schools(world, law, nature, dice, outcome);
  authorization::settle_zones(world, law, outcome);
  authorization::sign_agreements(world, law, nature, dice, outcome);
  return outcome;
}

namespace authorization {

bool is_changed(const AuthorizationOutcome& outcome, SchoolId school) {
  for (const Change& change : outcome.changes) {
    if (change.school == school) return true;
  }
  return false;
}

int whole_number(double expected, const Dice& dice, Die die, int year) {
  const int whole = static_cast<int>(expected);
  return whole + (dice.happens(expected - whole, die, year, 0) ? 1 : 0);
}

}  // namespace authorization
}  // namespace homeroom
