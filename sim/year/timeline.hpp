// What the record says: schools that open or take up their model in a known year.
//
// Note. "That school opened in 2012; until then its children sat elsewhere." A school whose year
// lies before the burn-in has its levers from the start. A later start-up stands as a slot until
// its year; a later conversion is an ordinary school until then.
#pragma once

#include <vector>

#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// Gives a school at founding the state that its year of opening or conversion implies.
void set_opening(World& world, const Law& law, SchoolId school, int year);

struct TimelineOutcome {
  std::vector<SchoolId> opening;     ///< start-ups whose year has come
  std::vector<SchoolId> converting;  ///< conversions whose year has come
};

TimelineOutcome decide_timeline(const World& world);
void enact(World& world, TimelineOutcome&& outcome);

}  // namespace homeroom
