// What only a simulator knows. Estimators do not link this target.
#pragma once

#include "sim/records/table.hpp"

namespace homeroom {

const TableDefinition& truth_table();
const TableDefinition& truth_models_table();
const TableDefinition& truth_groups_table();
const TableDefinition& hidden_sustainability_table();
/// Held in memory while scenarios are compared, and written nowhere.
const TableDefinition& hidden_children_table();
/// Held in memory while an effect is audited, and written nowhere.
const TableDefinition& hidden_learning_table();

}  // namespace homeroom
