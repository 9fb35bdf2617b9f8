// What a run writes about itself.
#pragma once

#include <string>
#include <vector>

#include "sim/records/manifest.hpp"
#include "sim/run/experiment.hpp"

namespace homeroom::app {

/// Now, as "2026-01-31T12:00:00Z".
std::string utc_now();

/// The manifest of a run that begins now.
Manifest manifest_of(const std::string& file, const Experiment& experiment,
                     const std::vector<std::string>& command_line);

}  // namespace homeroom::app
