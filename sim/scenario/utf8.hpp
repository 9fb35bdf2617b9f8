// UTF-8: where a text stops being it, and places counted as a reader counts them.
#pragma once

#include <cstddef>
#include <string_view>

namespace homeroom {

/// Offset of the first byte that is not UTF-8, or npos.
std::size_t first_bad_byte(std::string_view text);

/// Line and column, both from 1; a column is a character, not a byte.
struct TextPosition {
  int line = 1;
  int column = 1;
};
TextPosition position_of(std::string_view text, std::size_t offset);

}  // namespace homeroom
