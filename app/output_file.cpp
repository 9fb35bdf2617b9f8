#include "app/output_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

/// A file that the command wrote, by its first line.
bool holds_the_like(const fs::path& file, const std::vector<std::string>& heads) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line)) return false;
  return std::any_of(heads.begin(), heads.end(),
                     [&](const std::string& head) { return line.starts_with(head); });
}

}  // namespace

std::string why_not_written(const OutputFile& output) {
  if (output.file.empty()) return {};
  const fs::path file = output.file, folder = file.parent_path();
  std::error_code error;
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    return fmt::format("there is no folder {}", folder.string());
  }
  if (fs::is_directory(file, error)) return "is a folder; a file is wanted";
  if (!output.input.empty() && fs::equivalent(file, output.input, error)) {
    return "is the table itself";
  }
  if (fs::exists(file, error) && !output.force && !holds_the_like(file, output.heads)) {
    return fmt::format("is there already and holds no {} (--force overwrites it)", output.holds);
  }
  return {};
}

}  // namespace homeroom::app
