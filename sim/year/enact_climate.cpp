#include "sim/core/contracts.hpp"
#include "sim/year/climate.hpp"

namespace homeroom {

void enact(World& world, ClimateOutcome&& outcome) {
  HOMEROOM_EXPECT(outcome.climate.size() == world.schools.size());
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    world.schools.climate[SchoolId{s}] = outcome.climate[s];
    world.schools.urgency[SchoolId{s}] = outcome.urgency[s];
  }
}

}  // namespace homeroom
