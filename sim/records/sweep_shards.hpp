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

/// Throws StoreRefused where a folder is none of a sweep: there is none, or it is that of a run.
void refuse_other_folder(const std::filesystem::path& folder);

/// Files of shards, by name. Throws StoreRefused where there is none.
std::vector<std::filesystem::path> stores_in(const std::filesystem::path& folder);

}  // namespace homeroom
