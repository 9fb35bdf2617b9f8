#include "sim/lists/column_name.hpp"

namespace homeroom::lists {

std::string plain_name(std::string_view header) {
  std::string plain;
  for (const char letter : header) {
    if (std::string_view(" \t\r\n()[]{}_-").find(letter) != std::string_view::npos) continue;
    const bool upper = letter >= 'A' && letter <= 'Z';
    plain += static_cast<char>(upper ? letter - 'A' + 'a' : letter);
  }
  return plain;
}

}  // namespace homeroom::lists
