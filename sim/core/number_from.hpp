// A text as a number: all of it, or none.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace homeroom {

/// What `text` says where the whole of it is one number: "12" and "1e3", but not "", "+1" or "12
/// %".
template <class Number>
std::optional<Number> number_from(std::string_view text) {
  Number number{};
  const char* const past = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), past, number);
  if (error != std::errc() || end != past) return std::nullopt;
  return number;
}

}  // namespace homeroom
