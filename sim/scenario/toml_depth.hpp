// Tables may nest without end in TOML, and every tree is walked by recursion: files that nest
// deeper than any scenario are refused before they are parsed.
#pragma once

#include <optional>
#include <string_view>

#include "sim/scenario/utf8.hpp"

namespace homeroom {

/// Dots in one key, and brackets within brackets, that a file may have at most.
inline constexpr int kDeepestNesting = 32;

/// Where a text first nests deeper, if it does.
std::optional<TextPosition> nests_too_deep(std::string_view text);

}  // namespace homeroom
