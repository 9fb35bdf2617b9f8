// What each child's achievement is made of, in May: what an audit of an effect takes apart.
#pragma once

#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// One row per child. `peers`: growth from peers by subject, school and grade, as learning left it;
/// empty columns of a year that was not lived here.
void observe_learning(const World& world, const PerSubject<std::vector<float>>& peers,
                      Batch& batch);

}  // namespace homeroom
