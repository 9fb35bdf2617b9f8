// Bits that follow from numbers: the finaliser of SplitMix64 (Steele, Lea and Flood 2014, "Fast
// splittable pseudorandom number generators", OOPSLA), applied once for each number. For the points
// of designs and the order of their runs; what happens to people is drawn in sim/chance alone.
#pragma once

#include <cstdint>

namespace homeroom {

inline std::uint64_t mixed(std::uint64_t z) {
  z += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

template <class... More>
std::uint64_t hashed(std::uint64_t first, More... more) {
  std::uint64_t bits = mixed(first);
  ((bits = mixed(bits ^ mixed(static_cast<std::uint64_t>(more) + 0x632be59bd9b4e019u))), ...);
  return bits;
}

/// A number below `end`, from 64 bits: the high half of a product (end below 2^32).
inline std::uint64_t below(std::uint64_t end, std::uint64_t bits) {
  return ((bits >> 32) * end) >> 32;
}

}  // namespace homeroom
