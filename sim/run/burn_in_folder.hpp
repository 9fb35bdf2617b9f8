// A folder of burnt-in cities, a file each, named by its fingerprint. Any number of programs may
// use one at a time: a file appears whole, under its name, or not at all.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "sim/run/burn_in_file.hpp"

namespace homeroom {

/// Thrown where a folder cannot be used; what() says why and what to do.
struct BurnInFolderRefused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What came of leaving a city behind.
struct BurnInKeeping {
  std::string fault;     ///< what kept it from being left there; empty: nothing
  bool no_room = false;  ///< the disk takes no such file: the next one will not fit either
};

/// What keeps burnt-in cities from being kept in `path`, as far as can be told without making it;
/// empty where nothing does.
std::string why_not_kept_in(const std::filesystem::path& path);

class BurnInFolder {
 public:
  /// Makes the folder where it is not there; throws BurnInFolderRefused where nothing can be
  /// written into it.
  explicit BurnInFolder(std::filesystem::path path);

  /// The city of this fingerprint. Without a file there is neither city nor fault; a fault begins
  /// with the file's name.
  BurnInReading find(const std::string& fingerprint, const Scenario& scenario) const;
  /// Leaves a city behind, in place of what stands under its fingerprint, or says why not.
  BurnInKeeping keep(const std::string& fingerprint, const std::string& bytes) const;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path file_of(const std::string& fingerprint) const {
    return file_in(path_, fingerprint);
  }
  /// The file of a fingerprint in any folder, whether it is there or not.
  static std::filesystem::path file_in(const std::filesystem::path& folder,
                                       const std::string& fingerprint);

 private:
  std::filesystem::path path_;
};

}  // namespace homeroom
