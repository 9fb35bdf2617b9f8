// Schools' own paired differences, as a table.
#pragma once

#include "analysis/truth/comparison.hpp"
#include "sim/records/table.hpp"

namespace homeroom::truth {

const TableDefinition& school_differences_table();

/// By alternative, year, school and measure; schools that no pair has in both arms are left out.
Batch school_differences_of(const Comparison& comparison);

}  // namespace homeroom::truth
