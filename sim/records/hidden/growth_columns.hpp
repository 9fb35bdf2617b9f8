// The columns of growth split into its terms, as every table of the decomposition has them.
#pragma once

#include <vector>

#include "sim/records/table.hpp"

namespace homeroom {

/// Appends latent growth by subject, then every term in mathematics, then every term in ELA.
void append_growth(std::vector<ColumnDefinition>& columns);

}  // namespace homeroom
