// Threads that scenarios are read with.
#pragma once

#include <algorithm>
#include <optional>

#include "sim/core/parallel.hpp"

namespace homeroom::app {

/// Reads with as many threads as were asked for, and with no more than the machine has: a number
/// may be large, or not allowed and not refused yet.
inline ThreadLimit reading_threads(const std::optional<int>& asked) {
  return ThreadLimit(std::clamp(asked.value_or(0), 0, threads_in_use()));
}

}  // namespace homeroom::app
