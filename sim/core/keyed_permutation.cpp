#include "sim/core/keyed_permutation.hpp"

#include "sim/core/hashed.hpp"

namespace homeroom {
namespace {

// Halves may be as small as one bit: many rounds, so that small permutations are all reached.
constexpr int kRounds = 12;

int half_bits_of(std::uint64_t size) {
  int half = 1;
  while ((std::uint64_t{1} << (2 * half)) < size) ++half;
  return half;
}

}  // namespace

KeyedPermutation::KeyedPermutation(std::uint64_t size, std::uint64_t key)
    : size_(size), key_(key), half_bits_(half_bits_of(size)) {}

std::uint64_t KeyedPermutation::through(std::uint64_t place) const {
  const std::uint64_t mask = (std::uint64_t{1} << half_bits_) - 1;
  std::uint64_t left = place >> half_bits_;
  std::uint64_t right = place & mask;
  for (int round = 0; round < kRounds; ++round) {
    const std::uint64_t turned = left ^ (hashed(key_, round, right) & mask);
    left = right;
    right = turned;
  }
  return left << half_bits_ | right;
}

std::uint64_t KeyedPermutation::operator()(std::uint64_t place) const {
  do place = through(place);
  while (place >= size_);
  return place;
}

}  // namespace homeroom
