#include "app/room_on_disk.hpp"

#include <fmt/format.h>

#include <cmath>
#include <system_error>

namespace homeroom::app {
namespace {

constexpr double kMebibyte = 1048576.0;

}  // namespace

std::optional<double> free_bytes(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::path there = std::filesystem::absolute(folder, error);
  while (!std::filesystem::exists(there, error) && there.has_relative_path()) {
    there = there.parent_path();
  }
  const std::filesystem::space_info space = std::filesystem::space(there, error);
  if (error || space.capacity == 0) return std::nullopt;  // not on a disk
  return static_cast<double>(space.available);
}

std::string want_of_room(const std::filesystem::path& folder, double needed,
                         std::optional<double> free) {
  if (!free || needed <= *free) return {};
  return fmt::format(
      "{}: about {:.0f} MiB are needed, {:.0f} MiB are free; name a folder on another disk with "
      "-o, "
      "ask for fewer replicates, or begin nevertheless with --force",
      folder.string(), std::ceil(needed / kMebibyte), std::floor(*free / kMebibyte));
}

}  // namespace homeroom::app
