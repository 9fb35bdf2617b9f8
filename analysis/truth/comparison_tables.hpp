// The tables of a comparison.
#pragma once

#include "analysis/truth/comparison.hpp"
#include "sim/records/table.hpp"

namespace homeroom::truth {

const TableDefinition& differences_table();
const TableDefinition& moved_table();

/// Every difference, by alternative, year, model and measure; what no arm has is left out.
Batch differences_of(const Comparison& comparison);
/// Who is elsewhere, by alternative, year and how it came about.
Batch moved_of(const Comparison& comparison);

}  // namespace homeroom::truth
