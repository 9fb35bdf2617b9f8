// The truth that only a simulator knows.
#pragma once

#include "sim/policy/law.hpp"
#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// One row per open school: growth split into its terms, autonomy on paper and in effect, and what
/// lies behind them.
void observe_truth(const World& world, const Law& law, const RowKey& key, Batch& batch);

}  // namespace homeroom
