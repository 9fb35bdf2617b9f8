// Which shares of kinds of children in the neighbourhoods make schools look as they are listed.
#pragma once

#include <vector>

#include "sim/founding/attendance.hpp"

namespace homeroom {

/// What one school says of one kind after another: shares that sum to 1, told by so many children.
struct SchoolShares {
  std::size_t school;
  int stage;
  double children;
  std::vector<double> shares;
};

/// Shares by neighbourhood and kind, from `start` on, moved towards what schools say: each step
/// multiplies a neighbourhood's share of a kind by what its schools have of it against what they
/// are expected to have, by the children who go there (Lucy 1974, Astronomical Journal 79: the
/// observed picture is undone of its blur; maximum likelihood by expectation and maximisation).
std::vector<std::vector<double>> unblurred(const std::vector<SchoolShares>& schools,
                                           const std::array<std::vector<Flow>, kStages>& flows,
                                           const std::vector<double>& children,
                                           std::vector<std::vector<double>> start);

}  // namespace homeroom
