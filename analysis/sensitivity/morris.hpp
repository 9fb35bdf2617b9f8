// Elementary effects (Morris 1991, Technometrics 33): trajectories on a grid of levels in which one
// factor after another moves by half the range, each once, in an order of its own.
//
// Levels are the middles of equal cells, so that a factor of any distribution has a value at each.
#pragma once

#include "analysis/sensitivity/design_rows.hpp"
#include "analysis/sensitivity/elementary_effects.hpp"
#include "analysis/sensitivity/sampler.hpp"

namespace homeroom::sensitivity {

class Morris final : public Sampler {
 public:
  /// `levels`: even, from 2. A trajectory has factors + 1 points. Throws DesignRefused.
  Morris(std::uint64_t trajectories, int factors, int levels, std::uint64_t seed);
  std::string method() const override { return "morris"; }
  std::uint64_t trajectories() const { return trajectories_; }
  int levels() const { return levels_; }
  std::uint64_t points_of_a_trajectory() const { return static_cast<std::uint64_t>(factors()) + 1; }
  std::uint64_t points() const override { return trajectories_ * points_of_a_trajectory(); }
  void point(std::uint64_t i, double* unit) const override;
  std::string identity() const override;

  /// With intervals over trajectories. Throws DesignRefused where rows are another design's or
  /// missing (see Asked::leave_out).
  ElementaryEffects effects(const DesignOutcome& outcome, const Asked& asked) const;

 private:
  /// By factor, of every trajectory that has all its outcomes.
  std::vector<std::vector<double>> effects_of(const DesignOutcome& outcome) const;

  std::uint64_t trajectories_;
  int levels_;
};

}  // namespace homeroom::sensitivity
