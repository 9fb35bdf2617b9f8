// What each child's achievement is made of, in May: what an audit of an effect takes apart.
#pragma once

#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/world/world.hpp"
#include "sim/year/child_growth.hpp"

namespace homeroom {

/// One row per child. `peers`: growth from peers by subject, school and grade, as learning left it;
/// `own`: the child's; empty columns of a year that was not lived here.
void observe_learning(const World& world, const PerSubject<std::vector<float>>& peers,
                      const ChildGrowth& own, Batch& batch);

}  // namespace homeroom
