// A file's bytes, in the memory of the system's cache.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace homeroom::app {

class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  /// False of what is no file, cannot be read, or is empty.
  bool open() const { return bytes_ != nullptr; }
  std::string_view text() const { return {bytes_, size_}; }

 private:
  const char* bytes_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace homeroom::app
