#include "sim/founding/found.hpp"

#include "sim/year/choice.hpp"
#include "sim/year/enrolment.hpp"
#include "sim/year/seats.hpp"
#include "sim/year/zones.hpp"

namespace homeroom {
namespace {

/// Children, schools and leaders among the neighbourhoods, and everybody's first school.
void people(World& world, const Place& place, const Settlement& settlement, const Law& law,
            const Nature& nature, const Dice& dice) {
  settle_households(world, place, settlement, nature, dice);
  build_schools(world, place, settlement, law, nature.households, dice);
  seat_institutions(world, place, law);
  lead_schools(world, law, nature, dice);
  world.seat_stretch = stretch_needed(world, law);
  world.places.zoned = draw_zones(world, law);
  assign_first_year(world, law, nature.choice, dice);
}

/// Neighbourhoods that make the schools look as they are listed: first by who is expected to go
/// where, then by who went where when the city was peopled so. A second trial gains nothing more.
Settlement settle_by_list(World& world, const Place& place, const Law& law, const Nature& nature,
                          const Dice& dice) {
  Settlement settlement = settle_around_schools(world, place, nature, dice);
  World trial = world;
  people(trial, place, settlement, law, nature, dice);
  settle_again(world, place, trial, settlement);
  return settlement;
}

}  // namespace

World found(const Place& place, const Law& law, const Nature& nature, const Dice& dice,
            int first_year, int policy_year) {
  World world;
  world.record_until = policy_year;
  world.year = first_year - 1;
  world.founded = first_year - 1;
  note_facts(world, place);
  Settlement settlement;
  if (place.school_list.empty()) {
    settle_neighbourhoods(world, place, nature.households, dice);
  } else {
    settlement = settle_by_list(world, place, law, nature, dice);
  }
  people(world, place, settlement, law, nature, dice);
  count_enrolment(world);
  hire_first_staff(world, law, nature.staffing, dice);
  settle_climate(world, law, nature.climate);
  return world;
}

}  // namespace homeroom
