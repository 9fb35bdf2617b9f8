// What an analyst could lawfully see.
#pragma once

#include "sim/records/table.hpp"

namespace homeroom {

const TableDefinition& schools_table();
const TableDefinition& models_table();
const TableDefinition& district_table();
const TableDefinition& groups_table();
const TableDefinition& events_table();
const TableDefinition& sustainability_table();
const TableDefinition& survival_table();
const TableDefinition& students_table();
const TableDefinition& applications_table();
const TableDefinition& cutoffs_table();
const TableDefinition& teachers_table();
const TableDefinition& neighbourhoods_table();

// Of a nation, whose districts are many.
const TableDefinition& nation_table();
const TableDefinition& size_classes_table();
const TableDefinition& districts_table();
const TableDefinition& nation_schools_table();

}  // namespace homeroom
