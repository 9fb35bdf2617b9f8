// Who is where: counts of children by school, taken whenever children have changed schools.
#pragma once

#include "sim/world/world.hpp"

namespace homeroom {

/// Writes enrolment, grades, flags and groups of every school into this year's results. Integers,
/// so the order of children does not matter.
void count_enrolment(World& world);

/// Brings these counts up to date for one child that went from one school to another.
void count_again(World& world, std::size_t row, SchoolId from, SchoolId to);

/// Writes who came to each school by choice this year, and at first rank: once, after assignment,
/// since children who move later still came.
void count_entrants(World& world);

}  // namespace homeroom
