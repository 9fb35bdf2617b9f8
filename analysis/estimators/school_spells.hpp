// Schools' lives from their records: how long a school model was kept open.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/estimators/spells.hpp"
#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

/// Spells by school model, ages in years since the school opened, under watch from the first year
/// of the records. A school that taught in a year and not in the next, of which there are records,
/// closed at the end of it; one that changes its model leaves the watch of the old one and comes
/// under that of the new, and is not counted as closed.
std::map<std::string, std::vector<Spell>> school_spells(const panel::Panel& panel);

}  // namespace homeroom::estimators
