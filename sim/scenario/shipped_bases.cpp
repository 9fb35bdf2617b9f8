#include "sim/scenario/shipped_bases.hpp"

#include <algorithm>
#include <system_error>

namespace homeroom {
namespace {

namespace fs = std::filesystem;

/// One for the program, as its own file is: no scenario hangs on it but by what it extends.
fs::path& folder_of_bases() {
  static fs::path folder;
  return folder;
}

}  // namespace

void take_shipped_bases(fs::path folder) { folder_of_bases() = std::move(folder); }

const fs::path& shipped_bases() { return folder_of_bases(); }

fs::path shipped_base(const std::string& name) {
  const fs::path asked(name);
  const bool leads_out =
      asked.is_absolute() || std::find(asked.begin(), asked.end(), "..") != asked.end();
  if (leads_out || shipped_bases().empty()) return {};
  std::error_code error;
  const fs::path file = shipped_bases() / asked;
  return fs::exists(file, error) ? file.lexically_normal() : fs::path();
}

}  // namespace homeroom
