// The second half of a Gumbel, see `gumbel_from`: a loop over many does better in two, exponentials
// first and their logarithms second, since each logarithm waits for itself.
#pragma once

#include "sim/core/arithmetic.hpp"

namespace homeroom {

/// A standard exponential to a standard Gumbel (type I extreme value).
inline float gumbel_of(float exponential) { return -log_of(exponential); }

}  // namespace homeroom
