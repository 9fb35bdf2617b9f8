// What a design tells of one outcome, in the same shape for every design, and in words.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "analysis/sensitivity/design_rows.hpp"
#include "analysis/sensitivity/resampling.hpp"

namespace homeroom::sensitivity {

struct Finding {
  Interval of;  ///< ends are NaN where there is no interval
  double p = std::numeric_limits<double>::quiet_NaN();
  /// Estimates from each replicate's dice alone; NaN where there are not several.
  double lowest = std::numeric_limits<double>::quiet_NaN();
  double highest = std::numeric_limits<double>::quiet_NaN();
};

struct FactorFindings {
  std::string factor;
  std::vector<Finding> findings;  ///< in the order of `measures`
};

struct Findings {
  std::vector<std::string> measures;  ///< first_order, total; mu, mu_star, sigma; prcc
  std::vector<FactorFindings> factors;
  std::uint64_t parts = 0, left_out = 0;
  std::string parts_are;             ///< base points, trajectories, points
  double mean = 0, deviation = 0;    ///< of the outcome over the points
  std::vector<std::string> remarks;  ///< what is uncertain
};

/// By the estimator of the sampler's design. Throws DesignRefused as that does.
Findings findings_of(const Sampler& sampler, const DesignOutcome& outcome, const Asked& asked);

/// Notes between which values each estimate lies where one replicate's dice are taken alone: what
/// an interval over the design's chance does not contain. `replicates`: the outcome in each,
/// several.
void spread_over_dice(Findings& found, const Sampler& sampler,
                      const std::vector<DesignOutcome>& replicates, const Asked& asked);

/// What no outcome of such a design can tell.
std::string limits_of(const Sampler& sampler);

}  // namespace homeroom::sensitivity
