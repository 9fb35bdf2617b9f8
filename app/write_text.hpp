// Files that commands write beside the tables of runs.
#pragma once

#include <string>

namespace homeroom::app {

/// Writes beside the file and then renames, so that no half of it is ever seen. False, with a
/// message on standard error, where it cannot be written.
bool write_text(const std::string& file, const std::string& text);

}  // namespace homeroom::app
