// Children whom no list has seated: the zoned school if it has a seat, else the nearest that does.
#pragma once

#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

/// Seats everyone of a grade who has none, in the order of the district's lottery, siblings of
/// children in the zoned school first. Returns how many had to be placed over capacity.
/// A `backfill` share of them is sent where most seats are empty.
int place_leftovers(const World& world, int grade, const Zones& zones, const SchoolsSeen& seen,
                    const Families& families, const Priorities& priorities, double backfill,
                    const Dice& dice, Seating& seating);

}  // namespace homeroom::choice
