#include "sim/scenario/file_alone.hpp"

namespace homeroom {

namespace fs = std::filesystem;

FileAlone read_alone(const fs::path& file) { return {read_file_text(file), std::nullopt}; }

void parse(FileAlone& alone, const fs::path& file) {
  if (alone.parsed || !alone.content.problem.empty()) return;
  alone.parsed = parse_toml(alone.content.text, real_path(file).generic_string());
}

fs::path real_path(const fs::path& file) {
  std::error_code error;
  const fs::path real = fs::is_symlink(file, error) ? fs::canonical(file, error) : file;
  return error ? file : real;
}

}  // namespace homeroom
