// Whether what a command writes has room where it goes, and what it keeps in memory.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace homeroom::app {

/// Bytes that will be written into a folder.
struct DiskNeed {
  std::filesystem::path folder;
  double bytes = 0;
  const char* option = "-o";  ///< what names another folder
};

/// Whether a command begins nevertheless when it is given --force.
enum class Force { Taken, Unknown };

/// What is to be said of disks that have less room than is needed, a line for each; folders of one
/// disk are added up. Disks that cannot be looked at have room.
std::vector<std::string> wants_of_room(const std::vector<DiskNeed>& needs,
                                       Force force = Force::Taken);

/// What is to be said where `needed` bytes are more than the system can give without taking them
/// from others; nothing where they are not, or where it does not tell.
std::string want_of_memory(double needed, Force force = Force::Taken);

}  // namespace homeroom::app
