// Bases that came with the program: `extends = "boston.toml"` in a file of one's own, wherever that
// stands.
#pragma once

#include <filesystem>
#include <string>

namespace homeroom {

/// Says where the program's own scenarios lie; once, before anything is read. Until then, and where
/// `folder` is empty, a base stands beside the file that extends it, or is missing.
void take_shipped_bases(std::filesystem::path folder);

/// The folder that was said last; empty: none.
const std::filesystem::path& shipped_bases();

/// A shipped file or folder of this name; empty where there is none. Names that lead out of the
/// folder are no shipped ones.
std::filesystem::path shipped_base(const std::string& name);

}  // namespace homeroom
