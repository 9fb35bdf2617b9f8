#include "analysis/estimators/text_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace homeroom::estimators {

std::size_t width_of(const std::string& text) {
  // Bytes of UTF-8 that begin a letter.
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, width_of(text)), ' ');
}

std::string in_columns(const std::vector<std::vector<std::string>>& lines, std::size_t left) {
  std::vector<std::size_t> widths;
  for (const auto& line : lines) {
    widths.resize(std::max(widths.size(), line.size()), 0);
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], width_of(line[i]));
  }
  std::string text;
  for (const auto& line : lines) {
    std::string written;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string blanks(widths[i] - width_of(line[i]), ' ');
      if (i > 0) written += "  ";
      written += i < left ? line[i] + blanks : blanks + line[i];
    }
    written.erase(written.find_last_not_of(' ') + 1);
    text += written + '\n';
  }
  return text;
}

std::string number_text(double value) {
  if (std::isnan(value)) return "-";
  const double size = std::abs(value);
  return size >= 1e4 && size < 1e9 ? fmt::format("{:.0f}", value) : fmt::format("{:#.4g}", value);
}

std::string p_text(double p) {
  if (std::isnan(p)) return "-";
  return p < 0.001 ? "<.001" : fmt::format("{:.3f}", p).substr(p < 0.9995 ? 1 : 0);
}

std::string csv_cell(double value) {
  return std::isfinite(value) ? fmt::format("{:.10g}", value) : "";
}

}  // namespace homeroom::estimators
