// Public records of shipped cities that were run.
#pragma once

#include <string>

#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

/// Four policy years, from 2011, of the city of scenarios/CITY.toml; run once.
const panel::Panel& lived_panel(const std::string& city);

}  // namespace homeroom::estimators
