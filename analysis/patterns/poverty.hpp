// Which schools of a year have most, and which least, children of low income.
#pragma once

#include <set>

#include "analysis/panel/panel.hpp"

namespace homeroom::patterns {

/// Ids of the quarter of schools with the highest share of low income; ties go to the higher id.
std::set<int> poorest_quarter(const panel::Schools& schools);
/// Ids of the quarter with the lowest share; ties go to the lower id.
std::set<int> richest_quarter(const panel::Schools& schools);

}  // namespace homeroom::patterns
