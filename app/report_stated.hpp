// What the scenarios of a manifest state, read from their resolved texts.
#pragma once

#include "analysis/report/results.hpp"
#include "sim/records/manifest_reading.hpp"

namespace homeroom::app {

/// Values with source and status, names of models, and what alternatives say otherwise.
report::Stated stated_in(const ManifestFacts& manifest);

}  // namespace homeroom::app
