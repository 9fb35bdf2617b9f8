// Does it last, and what does it cost? One row a year for each school model and one for the city.
#pragma once

#include "sim/observe/lifetimes.hpp"
#include "sim/records/public_tables.hpp"

namespace homeroom {

/// What is public of a year: survival, turnover, money, shares, who sits above the schools.
void observe_sustainability(const World& world, const Law& law, const Lifetimes& lifetimes,
                            const RowKey& key, Batch& batch);

/// Survival by years since the beginning, over all policy years so far: equal exposure for models
/// of unequal age.
void observe_survival(const Law& law, const Lifetimes& lifetimes, const RowKey& key, Batch& batch);

}  // namespace homeroom
