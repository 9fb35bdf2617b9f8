// Where schools stand among the neighbourhoods.
#pragma once

#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/founding/planned_schools.hpp"
#include "sim/world/world.hpp"
#include "sim/year/households.hpp"

namespace homeroom {

/// Writes neighbourhood and place of every school, in the order of the plans. A school whose site
/// is known stands there, in the nearest neighbourhood; the others go, one after the other and with
/// some chance, where children of their grades still lack seats.
void site_schools(World& world, const std::vector<PlannedSchool>& plans,
                  const HouseholdsParameters& nature, const Dice& dice);

}  // namespace homeroom
