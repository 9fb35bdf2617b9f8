// What a comparison will take: the base's lives and those of its alternatives, and setting them
// side by side.
#pragma once

#include "app/compare_arms.hpp"
#include "app/cost.hpp"

namespace homeroom::app {

/// What is counted of a comparison.
struct ComparedWork {
  Workload lives;           ///< of all arms, on the base's threads; no tables of theirs are written
  double alternatives = 0;  ///< arms beside the base
  double policy_years = 0;
  double models = 0;  ///< that the base's city has at its founding, all schools together as one
};

/// `base` is the workload of a run of the base.
ComparedWork compared_work(const Workload& base, const Arms& arms);

/// `cores`: processors of the machine.
Cost cost_of(const ComparedWork& work, int cores);

}  // namespace homeroom::app
