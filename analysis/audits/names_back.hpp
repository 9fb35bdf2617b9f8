// A table of a scenario whose school models have other names, under the names that they had.
#pragma once

#include <map>
#include <string>

#include "sim/records/table.hpp"

namespace homeroom::audits {

/// Old keys of school models by the new ones.
using OldNames = std::map<std::string, std::string, std::less<>>;

/// True where the table says of which model its rows are.
bool tells_models(const TableDefinition& table);

/// The same rows with every new key replaced. Tables with a row for each model have their rows in
/// the order of the models, which is that of the keys where no school group uses a model: these are
/// put into the order of the names.
Batch named_back(const Batch& table, const OldNames& names);

}  // namespace homeroom::audits
