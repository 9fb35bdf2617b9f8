// Who is where: counts of children by school, taken whenever children have changed schools.
#pragma once

#include "sim/world/world.hpp"

namespace homeroom {

/// Writes enrolment, grades, flags, groups, entrants and first choices of every school into this
/// year's results. Integers, so the order of children does not matter.
void count_enrolment(World& world);

}  // namespace homeroom
