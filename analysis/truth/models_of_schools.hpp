// Which school model each school has in a year.
#pragma once

#include <string>
#include <vector>

#include "sim/records/table.hpp"

namespace homeroom::truth {

/// Key of the model of each school that taught, by its number; else "". A year's table of schools.
std::vector<std::string> models_of_schools(const Batch& schools);

}  // namespace homeroom::truth
