// Where in its line the cell stands that a fault of a table is about.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"

namespace homeroom::app {

/// Gives faults of cells, by their line and the name of their column, the place at which the cell
/// begins [characters, from 1]; others keep theirs. Sorts them by line and place.
void place_faults(const std::string& file, std::vector<Fault>& faults);

}  // namespace homeroom::app
