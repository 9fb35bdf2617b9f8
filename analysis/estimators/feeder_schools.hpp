// From which schools a school's children come.
#pragma once

#include <map>
#include <set>

#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

/// By school: other schools in which, the year before, a child of it was; of all years of the panel
/// up to and with `until`.
std::map<int, std::set<int>> feeder_schools(const panel::Panel& panel, int until);

}  // namespace homeroom::estimators
