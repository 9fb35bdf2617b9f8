// Years of a panel by their number.
#pragma once

#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

/// Throws std::invalid_argument, with the years that there are, where the panel has no such year.
const panel::Year& year_of(const panel::Panel& panel, int year);

}  // namespace homeroom::estimators
