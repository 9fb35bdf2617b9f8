// The scenario as one self-contained text, and the same text with its sources for people.
#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// The canonical text (see Scenario::resolved).
std::string resolved_text(const Scenario& scenario);

/// The same, still readable as a scenario, with a comment above each value and its source: meaning,
/// unit and range, and where it was set.
std::string explain_scenario(const Scenario& scenario);

}  // namespace homeroom
