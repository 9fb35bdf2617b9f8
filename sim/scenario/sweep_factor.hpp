// A factor of a design: a key and the values it takes.
#pragma once

#include <string>

#include "sim/scenario/sweep_design.hpp"

namespace homeroom {

/// Reads one [[factors]]; `prefix` is its place in the file.
SweepFactor read_sweep_factor(const Node& node, const std::string& prefix, Faults& faults);

/// The values at which a factor is farthest out: its ends, or all its levels.
std::vector<std::string> extremes_of(const SweepFactor& factor);

}  // namespace homeroom
