// The studies among a city's bands, as the estimators take them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/patterns/studies.hpp"
#include "sim/scenario/pattern_bands.hpp"

namespace homeroom::app {

/// By the name of their figure.
using Studies = std::map<std::string, patterns::Study>;

Studies studies_of(const std::vector<PatternBand>& bands);

}  // namespace homeroom::app
