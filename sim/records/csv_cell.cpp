#include "sim/records/csv_cell.hpp"

#include <fmt/format.h>

#include <cmath>

namespace homeroom {

std::string csv_cell(std::string_view text) {
  const bool plain = text.find_first_of(",\"\n\r") == std::string_view::npos;
  return plain ? std::string(text) : csv_quoted(text);
}

std::string csv_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    quoted += letter;
    if (letter == '"') quoted += letter;
  }
  return quoted + "\"";
}

std::string csv_figure(double value) {
  return std::isnan(value) ? std::string() : fmt::format("{:.5g}", value);
}

}  // namespace homeroom
