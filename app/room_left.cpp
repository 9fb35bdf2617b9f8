#include "app/room_left.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <system_error>

#include "app/mebibyte.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

/// The folder, or the innermost one above it that is there.
fs::path nearest_there(const fs::path& folder) {
  std::error_code error;
  fs::path there = fs::absolute(folder, error);
  while (!fs::exists(there, error) && there.has_relative_path()) there = there.parent_path();
  return there;
}

/// Free bytes; nothing where that cannot be told, or of what is not on a disk.
std::optional<double> free_bytes(const fs::path& there) {
  std::error_code error;
  const fs::space_info space = fs::space(there, error);
  if (error || space.capacity == 0) return std::nullopt;
  return static_cast<double>(space.available);
}

/// Names it once.
void add_word(const std::string& word, const char* between, std::string& words) {
  if (words.find(word) == std::string::npos) words += (words.empty() ? "" : between) + word;
}

std::string amounts(double needed, double free) {
  return fmt::format("about {:.0f} MiB are needed, {:.0f} MiB are free",
                     std::ceil(needed / kMebibyte), std::floor(free / kMebibyte));
}

std::string or_force(const std::string& advice, Force force) {
  if (force == Force::Taken) return advice + ", or begin nevertheless with --force";
  return "or " + advice;
}

}  // namespace

std::vector<std::string> wants_of_room(const std::vector<DiskNeed>& needs, Force force) {
  std::map<dev_t, std::vector<DiskNeed>> disks;
  for (const DiskNeed& need : needs) {
    struct stat facts {};
    if (::stat(nearest_there(need.folder).c_str(), &facts) == 0) {
      disks[facts.st_dev].push_back(need);
    }
  }
  std::vector<std::string> wants;
  for (const auto& [disk, on_it] : disks) {
    double needed = 0.0;
    std::string folders, options;
    for (const DiskNeed& need : on_it) {
      needed += need.bytes;
      add_word(need.folder.string(), ", ", folders);
      add_word(need.option, " or ", options);
    }
    const std::optional<double> free = free_bytes(nearest_there(on_it.front().folder));
    if (!free || needed <= *free) continue;
    wants.push_back(fmt::format("{}: {}; name a folder on another disk with {}, {}", folders,
                                amounts(needed, *free), options,
                                or_force("ask for fewer replicates", force)));
  }
  return wants;
}

std::string want_of_memory(double needed, Force force) {
  std::ifstream facts("/proc/meminfo");
  std::string name;
  for (double kibibytes = 0; facts >> name >> kibibytes; facts.ignore(80, '\n')) {
    if (name != "MemAvailable:") continue;
    if (needed <= 1024.0 * kibibytes) return {};
    const char* const other = force == Force::Taken
                                  ? "ask for fewer --threads, leave out --students"
                                  : "ask for fewer --threads";
    return fmt::format("{} in memory; {}", amounts(needed, 1024.0 * kibibytes),
                       force == Force::Taken ? or_force(other, force) : other);
  }
  return {};
}

}  // namespace homeroom::app
