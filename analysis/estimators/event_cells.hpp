// One cohort's change since the year before it began, against that of its controls.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analysis/estimators/event_study.hpp"

namespace homeroom::estimators {

struct EventCell {
  int cohort = 0, year = 0;
  double effect = 0;
  std::vector<int> units, controls;
  /// By unit, what its distance from its group's mean does to the effect; the sum of squares is the
  /// variance of the difference of two means, each with its own spread.
  std::map<int, double> influence;
};

/// In the order of cohorts and years; cells that have no error are told in `warnings` instead.
std::vector<EventCell> event_cells(const Adoption& adoption, Controls controls,
                                   std::vector<std::string>& warnings);

}  // namespace homeroom::estimators
