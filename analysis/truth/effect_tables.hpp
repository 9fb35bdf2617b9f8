// The tables of an audit of an effect.
#pragma once

#include "analysis/truth/effect_audit.hpp"
#include "sim/records/table.hpp"

namespace homeroom::truth {

const TableDefinition& effect_estimates_table();
const TableDefinition& effect_truth_table();
const TableDefinition& effect_split_table();
/// Every number of each replicate, from which the others are means.
const TableDefinition& effect_replicates_table();

Batch effect_estimates_of(const EffectAudit& audit);
Batch effect_truth_of(const EffectAudit& audit);
Batch effect_split_of(const EffectAudit& audit);
Batch effect_replicates_of(const EffectAudit& audit, const EffectReplicate& replicate);

}  // namespace homeroom::truth
