// A file's text, or why it cannot be had.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace homeroom {

/// Larger files are refused unread: no scenario comes near, and a wrong path should not fill
/// memory.
inline constexpr std::uintmax_t kLargestFile = 4u * 1024u * 1024u;

struct FileText {
  std::string text;
  std::string problem;  ///< empty when the text is good
  bool missing = false;
  int line = 0;  ///< of the problem, 0 for the whole file
  int column = 0;
};

/// The same for a text that is at hand already.
FileText check_text(std::string text);

FileText read_file_text(const std::filesystem::path& path);

/// Whether two paths are those of one file.
bool same_file(const std::filesystem::path& one, const std::filesystem::path& other);

}  // namespace homeroom
