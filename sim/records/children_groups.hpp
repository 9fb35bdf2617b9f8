// The columns with which tables of groups of children begin.
#pragma once

#include "sim/records/table.hpp"

namespace homeroom {

/// School model, group and number of children.
std::vector<ColumnDefinition> columns_of_groups();

}  // namespace homeroom
