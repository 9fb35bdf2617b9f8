// Who is where: counts of children by school, taken whenever children have changed schools.
#pragma once

#include <cstdint>
#include <span>

#include "sim/world/world.hpp"

namespace homeroom {

/// Writes enrolment, grades, flags and groups of every school into this year's results. Integers,
/// so the order of children does not matter.
void count_enrolment(World& world);

/// A child that goes from one school to another.
struct SchoolChange {
  std::uint32_t row;
  std::uint16_t from, to;
};

/// Brings these counts up to date for children that changed schools.
void count_again(World& world, std::span<const SchoolChange> changes);

/// Writes who came to each school by choice this year, and at first rank: once, after assignment,
/// since children who move later still came.
void count_entrants(World& world);

}  // namespace homeroom
