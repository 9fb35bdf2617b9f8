#include "sim/scenario/toml_folder.hpp"

#include <algorithm>
#include <string>
#include <system_error>

namespace homeroom {
namespace {

/// Where the number begins with which a name ends.
std::size_t where_number_begins(const std::string& name) {
  const std::size_t last = name.find_last_not_of("0123456789");
  return last == std::string::npos ? 0 : last + 1;
}

bool before(const std::filesystem::path& one, const std::filesystem::path& other) {
  const std::string a = one.stem().string(), b = other.stem().string();
  const bool alike = a.substr(0, where_number_begins(a)) == b.substr(0, where_number_begins(b));
  return alike && a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace

std::vector<std::filesystem::path> toml_files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".toml") files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end(), before);
  return files;
}

}  // namespace homeroom
