#include "analysis/decisions/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace homeroom::decisions {
namespace {

/// Digits after the point that leave two of the reach.
int digits_of(double reach) {
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(reach))), 0, 9);
}

}  // namespace

std::string to_digits(double value, double reach) {
  if (std::isnan(value)) return "-";
  if (!(reach > 0.0)) return fmt::format("{:.4g}", value);
  const std::string text = fmt::format("{:.{}f}", value, digits_of(reach));
  // What rounds to nought has no sign.
  return text.find_first_of("123456789") == std::string::npos && text[0] == '-' ? text.substr(1)
                                                                                : text;
}

std::string with_sign(double value, double reach) {
  const std::string text = to_digits(value, reach);
  return value > 0.0 && text.find_first_of("123456789") != std::string::npos ? "+" + text : text;
}

std::string probability_text(double probability) {
  if (std::isnan(probability)) return "-";
  if (probability > 0.0 && probability < 0.005) return "<.01";
  if (probability < 1.0 && probability > 0.995) return ">.99";
  if (probability >= 1.0) return "1";
  if (probability <= 0.0) return "0";
  return fmt::format("{:.2f}", probability).substr(1);
}

std::string per_cent(double share) { return fmt::format("{:.0f} %", 100.0 * share); }

}  // namespace homeroom::decisions
