// What can be known to be wrong with a sweep before any of it is run.
#pragma once

#include <vector>

#include "app/ready_sweep.hpp"

namespace homeroom::app {

/// Prints which numbers of the command line are out of range; true where any is.
bool numbers_refused(const SweepOptions& options);

/// Keys that are set and vary as well, and columns of tables that would have one name.
std::vector<Fault> clashing_names(const SweepDesign& design,
                                  const std::vector<SweepFactor>& factors,
                                  const std::vector<std::string>& outcomes);

/// Values that some city cannot have under some policy: each factor at its ends and levels, the
/// others in their middle; of a list, the points `farthest` as they stand there.
std::vector<Fault> values_out_of_place(const ReadySweep& ready,
                                       const std::vector<ListedPoint>& farthest);

/// Outcomes that would be empty in every run: of a model that no city has, or a year that none
/// runs.
std::vector<Fault> outcomes_of_no_city(const ReadySweep& ready);

/// More runs than numbers are kept for.
std::vector<Fault> too_many_runs(const ReadySweep& ready);

}  // namespace homeroom::app
