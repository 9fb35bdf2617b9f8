// Money neither appears nor vanishes.
#pragma once

#include <string>

#include "sim/world/world.hpp"

namespace homeroom {

/// Empty if all dollars in this year equal all dollars out and the change of all balances, to the
/// cent; else what is wrong. Holds from the budget chapter to the end of the year.
std::string budget_fault(const World& world);

}  // namespace homeroom
