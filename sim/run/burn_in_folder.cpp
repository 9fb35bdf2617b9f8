#include "sim/run/burn_in_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <utility>

#include "sim/core/failure.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPart = ".burn_in_part_";

/// Parts that a killed process left: nobody holds their lock any more. File systems without locks
/// keep them.
void remove_parts_of_the_dead(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (!entry.path().filename().string().starts_with(kPart)) continue;
    const int part = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (part < 0) continue;
    if (::flock(part, LOCK_EX | LOCK_NB) == 0) ::unlink(entry.path().c_str());
    ::close(part);
  }
}

/// A new file beside the others under a name that nobody else has; it is gone with this object,
/// unless it was given its name.
class PartialFile {
 public:
  explicit PartialFile(const fs::path& folder) {
    // Before it is locked another process may take it for a dead one's, and away.
    do {
      path_ = (folder / (std::string(kPart) + "XXXXXX")).string();
      descriptor_ = ::mkstemp(path_.data());
    } while (descriptor_ >= 0 && !is_there());
  }
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;
  ~PartialFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(path_.c_str());  // nothing is there after the rename
  }
  bool made() const { return descriptor_ >= 0; }
  bool write(const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t now = ::write(descriptor_, bytes.data() + done, bytes.size() - done);
      if (now < 0 && errno != EINTR) return false;
      if (now > 0) done += static_cast<std::size_t>(now);
    }
    return true;
  }
  /// Readable for whom the umask allows, as any other file of a run.
  bool name(const fs::path& file) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return ::fchmod(descriptor_, 0666 & ~mask) == 0 && ::rename(path_.c_str(), file.c_str()) == 0;
  }

 private:
  /// Locked, where the file system has locks, and still under its name; otherwise it is closed.
  bool is_there() {
    (void)::flock(descriptor_, LOCK_SH);
    struct stat of {};
    if (::fstat(descriptor_, &of) != 0 || of.st_nlink > 0) return true;
    ::close(descriptor_);
    return false;
  }

  std::string path_;
  int descriptor_ = -1;
};

std::string why() { return words_of_error(errno); }

constexpr const char* kIsFile =
    "is a file (allowed: a folder, which is made where it is not there)";
constexpr const char* kNotMade = "the folder cannot be made";
constexpr const char* kNotWritten = "nothing can be written there";

}  // namespace

std::string why_not_kept_in(const fs::path& path) {
  std::error_code error;
  fs::path there = fs::absolute(path, error);
  const bool made = fs::exists(there, error);
  if (made && !fs::is_directory(there, error)) return fmt::format("{}: {}", path.string(), kIsFile);
  while (!fs::exists(there, error) && there.has_relative_path()) there = there.parent_path();
  if (fs::is_directory(there, error) && ::access(there.c_str(), W_OK | X_OK) == 0) return {};
  const std::string reason = fs::is_directory(there, error) ? why() : words_of_error(ENOTDIR);
  return fmt::format("{}: {}: {}", path.string(), made ? kNotWritten : kNotMade, reason);
}

BurnInFolder::BurnInFolder(fs::path path) : path_(std::move(path)) {
  std::error_code error;
  if (fs::exists(path_, error) && !fs::is_directory(path_, error)) {
    throw BurnInFolderRefused(fmt::format("{}: {}", path_.string(), kIsFile));
  }
  fs::create_directories(path_, error);
  if (error) {
    throw BurnInFolderRefused(
        fmt::format("{}: {}: {}", path_.string(), kNotMade, words_of_error(error.value())));
  }
  remove_parts_of_the_dead(path_);
  if (!PartialFile(path_).made()) {
    throw BurnInFolderRefused(fmt::format("{}: {}: {}", path_.string(), kNotWritten, why()));
  }
}

fs::path BurnInFolder::file_in(const fs::path& folder, const std::string& fingerprint) {
  return folder / (fingerprint + ".burn_in");
}

BurnInReading BurnInFolder::find(const std::string& fingerprint, const Scenario& scenario) const {
  const fs::path path = file_of(fingerprint);
  std::error_code error;
  if (!fs::exists(path, error)) return {};
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  BurnInReading reading;
  if (!file || !bytes) {
    reading.fault = "cannot be read";
  } else {
    reading = read_burn_in(bytes.view(), fingerprint, scenario);
  }
  if (!reading.fault.empty()) reading.fault = fmt::format("{}: {}", path.string(), reading.fault);
  return reading;
}

BurnInKeeping BurnInFolder::keep(const std::string& fingerprint, const std::string& bytes) const {
  const fs::path path = file_of(fingerprint);
  PartialFile part(path_);
  if (part.made() && part.write(bytes) && part.name(path)) return {};
  const bool no_room = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
  return {fmt::format("{}: cannot be written: {}", path.string(), why()), no_room};
}

}  // namespace homeroom
