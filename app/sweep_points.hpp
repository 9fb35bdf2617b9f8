// The points of a design, one after the other, none of them held.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analysis/sensitivity/sampler.hpp"
#include "app/list_extremes.hpp"
#include "sim/scenario/sweep_design.hpp"

namespace homeroom::app {

class SweepPoints {
 public:
  virtual ~SweepPoints() = default;
  virtual std::uint64_t count() const = 0;
  /// Values of the factors at a point, as they stand after KEY=; callable from any thread.
  virtual std::vector<std::string> values_at(std::uint64_t point) const = 0;
};

struct PointsReading {
  std::unique_ptr<SweepPoints> points;
  std::vector<SweepFactor> factors;  ///< the design's; of a list those of its columns
  std::vector<Fault> faults;
  std::string list_fingerprint;       ///< of a list's file; else empty
  std::vector<ListedPoint> farthest;  ///< of a list: those that are worth trying
};

/// The sampler of a design of lhs, sobol, saltelli or morris; null for a grid or a list. Throws
/// sensitivity::DesignRefused.
std::unique_ptr<sensitivity::Sampler> sampler_of(const SweepDesign& design);

/// Values of the factors at a point of the unit cube, as they stand after KEY=.
std::vector<std::string> values_at(const std::vector<SweepFactor>& factors, const double* unit);

/// The points of a design without faults.
PointsReading points_of(const SweepDesign& design);

}  // namespace homeroom::app
