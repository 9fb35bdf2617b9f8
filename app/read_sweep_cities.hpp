// The cities of a design, each read under every policy.
#pragma once

#include <string>

#include "app/ready_sweep.hpp"

namespace homeroom::app {

/// Reads the design's scenarios, policies and arms into its plan. Prints what is wrong; false where
/// anything is.
bool read_cities(ReadySweep& ready);

}  // namespace homeroom::app
