// The text of --dry-run.
#pragma once

#include <filesystem>
#include <string>

#include "app/workload.hpp"

namespace homeroom::app {

/// Children in the city, years and replicates, and what they cost.
std::string cost_text(const Experiment& experiment, const Workload& work,
                      const std::filesystem::path& folder);

/// What the prediction is made of, a line each: what is counted, how many, what one was measured to
/// take, and both multiplied. Seconds are those of one core of this machine.
std::string cost_parts_text(const Workload& work);

/// "1.6 s", "14 min", "3 h 5 min".
std::string duration_text(double seconds);

}  // namespace homeroom::app
