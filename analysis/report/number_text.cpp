#include "analysis/report/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace homeroom::report {
namespace {

constexpr const char* kMinus = "\u2212";

std::string grouped(double size, int decimals) {
  std::string text = fmt::format("{:.{}f}", size, decimals);
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

bool rounds_to_nothing(double number, int decimals) {
  return std::abs(number) < 0.5 * std::pow(10.0, -decimals);
}

}  // namespace

int decimals_for(double size) {
  if (!(size > 0) || !std::isfinite(size)) return 0;
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(size))), 0, 6);
}

std::string fixed_text(double number, int decimals) {
  if (!std::isfinite(number)) return "-";
  const bool below = number < 0 && !rounds_to_nothing(number, decimals);
  const std::string size = grouped(std::abs(number), decimals);
  return below ? fmt::format("{}{}", kMinus, size) : size;
}

std::string signed_text(double number, int decimals) {
  if (!std::isfinite(number)) return "-";
  const std::string size = grouped(std::abs(number), decimals);
  if (rounds_to_nothing(number, decimals)) return size;
  return fmt::format("{}{}", number < 0 ? kMinus : "+", size);
}

std::string number_text(double number) {
  if (!std::isfinite(number)) return "";
  const double size = std::abs(number);
  if (size == std::floor(size) && size < 1e15) return fixed_text(number, 0);
  return fixed_text(number, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4);
}

std::string with_interval(double number, double low, double high) {
  if (!std::isfinite(low) || !std::isfinite(high)) {
    return signed_text(number, decimals_for(std::abs(number))) + " (one replicate, no interval)";
  }
  const int decimals = decimals_for((high - low) / 2);
  return fmt::format("{} (95\u00a0% interval {} to {})", signed_text(number, decimals),
                     signed_text(low, decimals), signed_text(high, decimals));
}

std::string with_error(double number, double error) {
  if (!std::isfinite(error)) return number_text(number);
  const int decimals = decimals_for(error);
  return fmt::format("{}\u00a0±{}", fixed_text(number, decimals), fixed_text(error, decimals));
}

}  // namespace homeroom::report
