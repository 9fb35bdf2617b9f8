// A list's bytes as UTF-8.
#pragma once

#include <optional>
#include <string>

#include "sim/lists/remarks.hpp"

namespace homeroom::lists {

/// Reads a file whole. Lists in UTF-16 or with bytes of Windows-1252 (which Latin-1 is a part of)
/// are faults; the text is returned as UTF-8 all the same, for where dropping is allowed. A byte
/// order mark before UTF-8 is passed over, with a note. What cannot be read is a fatal remark.
std::optional<std::string> read_list_text(const std::string& file, Remarks& remarks);

/// The same for bytes that are at hand.
std::string as_utf8(std::string bytes, const std::string& file, Remarks& remarks);

}  // namespace homeroom::lists
