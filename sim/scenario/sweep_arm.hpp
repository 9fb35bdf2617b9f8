// One arm of a sweep's design.
#pragma once

#include <string>

#include "sim/scenario/sweep_design.hpp"

namespace homeroom {

/// Reads a table of name, policy and set; `prefix` stands before its keys in faults.
SweepArmDesign read_sweep_arm(const Node& table, const std::string& prefix, Faults& faults);

}  // namespace homeroom
