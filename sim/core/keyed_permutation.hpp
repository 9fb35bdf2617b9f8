// A permutation of 0 .. size-1 that is computed, not stored.
//
// A balanced Feistel network permutes the smallest square power of two that holds the size; what
// falls outside is sent through again until it falls inside ("cycle walking": Black and Rogaway
// 2002, "Ciphers with arbitrary finite domains", CT-RSA), less than four times on average.
#pragma once

#include <cstdint>

namespace homeroom {

class KeyedPermutation {
 public:
  /// `size` from 1 to 2^32.
  KeyedPermutation(std::uint64_t size, std::uint64_t key);
  std::uint64_t operator()(std::uint64_t place) const;

 private:
  std::uint64_t through(std::uint64_t place) const;

  std::uint64_t size_;
  std::uint64_t key_;
  int half_bits_;
};

}  // namespace homeroom
