// What tells a run that stands in a folder from the one that is asked for there.
#pragma once

#include <string>

#include "sim/records/manifest.hpp"

namespace homeroom {

/// In words, "20 replicates, not 10"; empty where the manifest's text is none of ours. What has the
/// same fingerprint has no difference.
std::string manifest_difference(const std::string& json, const Manifest& asked);

}  // namespace homeroom
