// Children by group, as districts publish them, and what is true of them.
#pragma once

#include "sim/observe/group_sums.hpp"
#include "sim/policy/law.hpp"
#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/records/public_tables.hpp"

namespace homeroom {

/// One row per group with children, of each school model and of the whole city. `sums` are of
/// `sums_by_group`.
void observe_groups(const std::vector<SumsByGroup>& sums, const Law& law, const RowKey& key,
                    Batch& batch);
void observe_truth_groups(const std::vector<SumsByGroup>& sums, const Law& law, const RowKey& key,
                          Batch& batch);

}  // namespace homeroom
