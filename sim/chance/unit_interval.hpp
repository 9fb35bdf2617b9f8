// A word of the dice as a number between 0 and 1.
#pragma once

#include <cstdint>

namespace homeroom {

/// The middle of the word's part of the unit interval: never 0 and never 1.
inline double unit_interval(std::uint32_t word) {
  return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

}  // namespace homeroom
