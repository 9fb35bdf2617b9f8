// What a probe's measures say of the runs that were lived for it.
#pragma once

#include <string>
#include <vector>

#include "analysis/probes/rule.hpp"
#include "app/probes_sweeps.hpp"

namespace homeroom::app {

/// One measure in one city.
struct Measured {
  const ProbeMeasure* measure = nullptr;
  std::string city;
  probes::Told told{};
  double truth = 0;  ///< NaN: not known as a number
  probes::Word word = probes::Word::NoRule;
};

/// Measure by measure, each in its cities.
std::vector<Measured> measured(const Probe& probe, const ProbeRuns& runs);

}  // namespace homeroom::app
