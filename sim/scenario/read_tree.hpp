// A scenario that stands as a tree.
#pragma once

#include "sim/scenario/node.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Reads a whole scenario, extended and written out; `root` is used up.
Reading read_scenario_tree(Node root);

}  // namespace homeroom
