// The JSON Schema of a file of bands, for editors.
#pragma once

#include <string>
#include <vector>

namespace homeroom {

/// JSON Schema (2020-12) of scenarios/patterns.toml and its like. `figures`: all that can be
/// computed. That low lies below high, and each figure in one band only, it cannot say; whoever
/// reads the bands does.
std::string pattern_schema(const std::vector<std::string>& figures);

}  // namespace homeroom
