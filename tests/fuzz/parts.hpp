// An input that is several texts: a line "%% NAME" begins the next of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace homeroom::fuzz {

struct Part {
  std::string name;  ///< empty: what stands before the first mark
  std::string text;
};

/// The parts in their order; the first one has no name. Any bytes are an input.
std::vector<Part> parts_of(std::string_view input);

/// Lines of a text, without their ends.
std::vector<std::string> lines_of(std::string_view text);

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program where something does not hold, so that the input counts as a finding.
void must(bool holds, const char* what);

}  // namespace homeroom::fuzz
