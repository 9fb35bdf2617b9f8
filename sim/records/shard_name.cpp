#include "sim/records/shard_name.hpp"

#include <fmt/format.h>

namespace homeroom {
namespace {

std::string ending(int shards) { return fmt::format("-of-{}.sqlite", shards); }

}  // namespace

std::filesystem::path shard_file(const std::filesystem::path& folder, int shard, int shards) {
  return folder / fmt::format("shard-{}{}", shard, ending(shards));
}

bool is_shard_file(const std::filesystem::path& path) {
  return path.filename().string().starts_with("shard-") && path.extension() == ".sqlite";
}

bool is_shard_file_of(const std::filesystem::path& path, int shards) {
  return is_shard_file(path) && path.filename().string().ends_with(ending(shards));
}

}  // namespace homeroom
