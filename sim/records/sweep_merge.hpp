// The stores of all shards become the tables of one sweep.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/records/sweep_store.hpp"

namespace homeroom {

/// What was found and what is wanting.
struct SweepCollected {
  std::uint64_t runs = 0, done = 0, failed = 0, twice = 0;
  /// Runs of which no shard knows, as ranges of their numbers, the first few.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> missing;
  std::uint64_t missing_count = 0;
  std::vector<std::string>
      remarks;                     ///< shards that are not there or not whole, runs that are twice
  std::vector<std::string> empty;  ///< outcomes that no run has
  bool whole() const { return missing_count == 0 && failed == 0; }
};

/// Reads every shard's store of `folder` and writes sweep.sqlite, points.csv, runs.csv and
/// outcomes.csv, each whole or not at all; equal bytes however the sweep was cut into shards,
/// stopped and resumed. Throws StoreRefused, with every fault, where shards are damaged, at work,
/// or of different sweeps, or tell different results of one run.
SweepCollected collect_sweep(const std::filesystem::path& folder);

}  // namespace homeroom
