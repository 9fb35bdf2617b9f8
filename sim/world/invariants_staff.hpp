// What must be true of any district's staff in any year.
#pragma once

#include <string>

#include "sim/world/world.hpp"

namespace homeroom {

/// The first law of staffing that the world breaks, or nothing. After a year of staffing: every
/// teacher in a school has one post there and every post at most one teacher; posts lie in order;
/// the pool holds only the district's own; nobody appears or vanishes unrecorded.
std::string staffing_fault(const World& world);

}  // namespace homeroom
