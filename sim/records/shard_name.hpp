// How the stores of a sweep's shards are called in its folder: shard-3-of-8.sqlite.
#pragma once

#include <filesystem>

namespace homeroom {

std::filesystem::path shard_file(const std::filesystem::path& folder, int shard, int shards);

/// True of a name that a shard's store has, whatever the number of shards.
bool is_shard_file(const std::filesystem::path& path);

/// True of a name that the store of one of so many shards has.
bool is_shard_file_of(const std::filesystem::path& path, int shards);

}  // namespace homeroom
