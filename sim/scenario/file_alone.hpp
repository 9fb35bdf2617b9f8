// A scenario file by itself, whatever it extends.
#pragma once

#include <filesystem>
#include <optional>

#include "sim/scenario/file_text.hpp"
#include "sim/scenario/toml_document.hpp"

namespace homeroom {

struct FileAlone {
  FileText content;
  std::optional<ParsedToml> parsed;  ///< nothing while it is not its turn, or cannot be read
};

FileAlone read_alone(const std::filesystem::path& file);
/// Parses what was read, unless that was done or there is a problem; faults call it `file`.
void parse(FileAlone& alone, const std::filesystem::path& file);

/// Bases of a file that is reached by a link lie beside the file, not beside the link.
std::filesystem::path real_path(const std::filesystem::path& file);

}  // namespace homeroom
