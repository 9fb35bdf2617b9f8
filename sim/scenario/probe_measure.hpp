// One measure of a probe, as its file says it.
#pragma once

#include "sim/scenario/probe.hpp"

namespace homeroom {

/// Reads one of [[measures]]; policies, levels and cities are those of the probe's sweep.
ProbeMeasure read_probe_measure(const Node& table, const std::string& prefix,
                                const SweepDesign& sweep, Faults& faults);

}  // namespace homeroom
