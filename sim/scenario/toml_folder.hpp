// The files of a folder of TOML files.
#pragma once

#include <filesystem>
#include <vector>

namespace homeroom {

/// By name, shorter names first where they end in numbers: C99.toml stands before C100.toml. None
/// where the folder cannot be read.
std::vector<std::filesystem::path> toml_files_in(const std::filesystem::path& folder);

}  // namespace homeroom
