#include "sim/scenario/json_text.hpp"

#include <fmt/format.h>

namespace homeroom {

std::string json_string(std::string_view text) {
  std::string written = "\"";
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      written += '\\';
      written += letter;
    } else if (code < 0x20) {
      written += fmt::format("\\u{:04x}", code);
    } else {
      written += letter;
    }
  }
  return written + "\"";
}

std::string JsonObject::str() const {
  std::string written = "{";
  for (const auto& [key, json] : members_) {
    written += (written.size() > 1 ? "," : "") + key + ":" + json;
  }
  return written + "}";
}

std::string json_array(const std::vector<std::string>& items) {
  std::string written = "[";
  for (const std::string& item : items) written += (written.size() > 1 ? "," : "") + item;
  return written + "]";
}

}  // namespace homeroom
