// Sums over children by what they are: from them come the tables of groups.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/vocabulary/children_groups.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// Sums over children who have the same school model and the same traits.
struct ChildrenSums {
  int children = 0;
  PerSubject<int> tested{}, proficient{};
  PerSubject<std::int64_t> points{};  ///< of measured scores [1/1000 SD]
  PerSubject<double> level{};         ///< of true achievement [state SD]

  void add(const ChildrenSums& others);
};

/// Of each school model in the law's order, and of the whole city at the end: sums by group, in the
/// order of `kChildrenGroups`. Scores of children who sat this year's tests.
using SumsByGroup = std::array<ChildrenSums, kChildrenGroups.size()>;
std::vector<SumsByGroup> sums_by_group(const World& world, std::size_t models,
                                       const PerSubject<double>& cuts);

}  // namespace homeroom
