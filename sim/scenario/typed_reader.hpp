// The tree becomes a typed scenario.
#pragma once

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Reads every part; fields at fault keep their starting values. The resolved text is left empty.
/// Models named in `brought` come last among the models, so that the others keep their places.
Scenario typed_scenario(const Node& root, Faults& faults,
                        const std::vector<std::string>& brought = {});

}  // namespace homeroom
