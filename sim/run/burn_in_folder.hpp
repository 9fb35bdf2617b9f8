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

class BurnInFolder {
 public:
  /// Makes the folder where it is not there; throws BurnInFolderRefused where nothing can be
  /// written into it.
  explicit BurnInFolder(std::filesystem::path path);

  /// The city of this fingerprint. Without a file there is neither city nor fault; a fault begins
  /// with the file's name.
  BurnInReading find(const std::string& fingerprint, const Scenario& scenario) const;
  /// Leaves a city behind, in place of what stands under its fingerprint; what kept it from being
  /// left there, in words, or nothing.
  std::string keep(const std::string& fingerprint, const std::string& bytes) const;

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
