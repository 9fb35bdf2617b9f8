// Intervals by resampling the independent parts of a design (base points, trajectories) with
// replacement (Efron and Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13).
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace homeroom::sensitivity {

/// What is asked of an estimate.
struct Asked {
  double level = 0;        ///< of confidence, between 0 and 1
  int resamples = 0;       ///< at least 1
  std::uint64_t seed = 0;  ///< of the resampling
  bool leave_out = false;  ///< parts with a missing row are left out and counted, not refused
};

struct Interval {
  double estimate = 0, low = 0, high = 0;
};

/// `estimates` puts one number for each of `count` quantities, from the parts named (with repeats).
using Estimates = std::function<void(const std::vector<std::uint32_t>& parts, double* quantities)>;

/// Each quantity of all `parts` parts, between percentiles of it over the resamples. Quantities
/// that are NaN in a resample are left out of its percentiles.
std::vector<Interval> resampled(std::size_t parts, std::size_t count, const Asked& asked,
                                const Estimates& estimates);

}  // namespace homeroom::sensitivity
