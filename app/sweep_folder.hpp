// The folder of a sweep: its design, and a store for each shard.
#pragma once

#include <filesystem>

#include "app/ready_sweep.hpp"
#include "sim/records/sweep_store.hpp"

namespace homeroom::app {

SweepIdentity identity_of(const ReadySweep& ready);

/// Writes design.toml where it is not there, whole or not at all, and codebook.csv before it.
/// Throws StoreRefused where another design stands there, StoreFailed where it cannot be written.
void leave_design(const std::filesystem::path& folder, const ReadySweep& ready);

/// Throws StoreRefused where the folder holds shards of another number of them.
void refuse_other_cut(const std::filesystem::path& folder, int shards);

}  // namespace homeroom::app
