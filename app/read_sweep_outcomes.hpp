// The outcomes that a design names, and who reads them from a run.
#pragma once

#include <vector>

#include "app/ready_sweep.hpp"

namespace homeroom::app {

/// Reads `ready.design.outcomes` into its plan; what is wrong with them, one by one.
std::vector<Fault> read_outcomes(ReadySweep& ready);

}  // namespace homeroom::app
