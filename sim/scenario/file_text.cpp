#include "sim/scenario/file_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "sim/scenario/utf8.hpp"

namespace homeroom {

namespace fs = std::filesystem;

namespace {

FileText refused(std::string problem) {
  FileText result;
  result.problem = std::move(problem);
  return result;
}

FileText too_large(std::uintmax_t size) {
  return refused(fmt::format("is too large: {} bytes (at most {} MiB)", size, kLargestFile >> 20));
}

/// What can be said against a file before it is opened; empty when nothing.
FileText refused_unopened(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    FileText result = refused("no such file");
    result.missing = true;
    return result;
  }
  if (error) return refused("cannot be read: " + error.message());
  if (fs::is_directory(status)) return refused("is a directory; a file is wanted");
  if (!fs::is_regular_file(status)) return refused("is not a regular file");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return refused("cannot be read: " + error.message());
  return size > kLargestFile ? too_large(size) : FileText{};
}

}  // namespace

FileText check_text(std::string text) {
  if (text.size() > kLargestFile) return too_large(text.size());
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return refused("is empty");
  FileText result;
  const std::size_t bad = first_bad_byte(text);
  if (bad != std::string::npos) {
    result.problem = fmt::format("is not UTF-8: byte 0x{:02x}",
                                 static_cast<unsigned>(static_cast<unsigned char>(text[bad])));
    const TextPosition at = position_of(text, bad);
    result.line = at.line;
    result.column = at.column;
    return result;
  }
  result.text = std::move(text);
  return result;
}

FileText read_file_text(const fs::path& path) {
  FileText refusal = refused_unopened(path);
  if (!refusal.problem.empty()) return refusal;
  std::ifstream file(path, std::ios::binary);
  if (!file) return refused(fmt::format("cannot be read: {}", std::strerror(errno)));
  std::string text;
  std::array<char, 1 << 16> part;
  while (file.read(part.data(), part.size()) || file.gcount() > 0) {
    text.append(part.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) return refused("cannot be read to its end");
  return check_text(std::move(text));
}

bool same_file(const std::filesystem::path& one, const std::filesystem::path& other) {
  std::error_code error;
  return one == other || (std::filesystem::equivalent(one, other, error) && !error);
}

}  // namespace homeroom
