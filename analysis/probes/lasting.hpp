// How long schools last, as it is told and as it is measured.
#pragma once

#include <string>
#include <vector>

#include "analysis/panel/panel.hpp"

namespace homeroom::probes {

/// Of all schools of the models that the records hold, the share that still teaches in their last
/// year: no account of how long each was watched. NaN without a school.
double share_still_open(const panel::Panel& panel, const std::vector<std::string>& models);

/// Closures over school-years watched; each school-year may end in one.
double closures_a_year(const panel::Panel& panel, const std::vector<std::string>& models);

/// The share that lasts `years` years under watch, whatever the age: product limit over years since
/// each school's first year in the records, those that are still there being censored.
double share_lasting(const panel::Panel& panel, const std::vector<std::string>& models, int years);

}  // namespace homeroom::probes
