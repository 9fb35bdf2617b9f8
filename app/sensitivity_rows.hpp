// Outcomes of a collected sweep by point, as sensitivity estimators want them.
#pragma once

#include <string>
#include <vector>

#include "analysis/sensitivity/design_rows.hpp"
#include "analysis/sensitivity/replicate_noise.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom::app {

/// One outcome of one city under one policy.
struct OutcomeOfArm {
  std::vector<double> means;  ///< by point, over its replicates; NaN where any has none
  std::vector<std::vector<double>> replicates;  ///< by replicate and point, where there are several
  sensitivity::ReplicateNoise noise;
};

struct ArmOutcomes {
  std::string scenario, policy;
  std::vector<OutcomeOfArm> outcomes;  ///< in the order asked for
};

/// Reads the table once. `asked`: places of the outcomes among the sweep's. Every row's point is
/// added to `rows`, which knows whether it is the design's.
std::vector<ArmOutcomes> outcomes_of(const CollectedSweep& sweep, std::uint64_t points,
                                     int replicates, const std::vector<std::size_t>& asked,
                                     sensitivity::DesignRows& rows);

}  // namespace homeroom::app
