// The stores that a sweep's shards left in its folder.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/records/sqlite.hpp"

namespace homeroom {

/// A shard's store that is being read.
struct ShardFile {
  std::filesystem::path path;
  std::unique_ptr<SqliteFile> file;
  std::map<std::string, std::string> about;
};

/// Opens a store; nothing where it holds nothing yet. What is wrong with it goes to `faults`.
std::optional<ShardFile> open_shard(const std::filesystem::path& path,
                                    std::vector<std::string>& faults);

/// Files of shards, by name. Throws StoreRefused where there is none.
std::vector<std::filesystem::path> stores_in(const std::filesystem::path& folder);

}  // namespace homeroom
