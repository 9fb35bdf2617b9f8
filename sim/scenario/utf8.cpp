#include "sim/scenario/utf8.hpp"

#include <cstdint>

namespace homeroom {

namespace {

struct Form {
  std::size_t length;      ///< bytes of the character, 0: no first byte
  std::uint32_t bits;      ///< those of the first byte
  std::uint32_t smallest;  ///< a smaller number should have been written shorter
};

Form form_of(unsigned char first) {
  if (first < 0x80) return {1, first, 0};
  if ((first & 0xe0) == 0xc0) return {2, first & 0x1fu, 0x80};
  if ((first & 0xf0) == 0xe0) return {3, first & 0x0fu, 0x800};
  if ((first & 0xf8) == 0xf0) return {4, first & 0x07u, 0x10000};
  return {0, 0, 0};
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

/// Length of the character at `offset`, 0 when it is none.
std::size_t character_length(std::string_view text, std::size_t offset) {
  const Form form = form_of(static_cast<unsigned char>(text[offset]));
  if (form.length == 0 || offset + form.length > text.size()) return 0;
  std::uint32_t code = form.bits;
  for (std::size_t i = 1; i < form.length; ++i) {
    if (!is_continuation(text[offset + i])) return 0;
    code = (code << 6) | (static_cast<unsigned char>(text[offset + i]) & 0x3fu);
  }
  const bool surrogate = code >= 0xd800 && code <= 0xdfff;
  return code < form.smallest || code > 0x10ffff || surrogate ? 0 : form.length;
}

}  // namespace

std::size_t first_bad_byte(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t length = character_length(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::string_view::npos;
}

TextPosition position_of(std::string_view text, std::size_t offset) {
  TextPosition at;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++at.line;
      at.column = 1;
    } else if (!is_continuation(text[i])) {
      ++at.column;
    }
  }
  return at;
}

}  // namespace homeroom
