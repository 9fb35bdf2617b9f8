// Permutations by a key.
#include "sim/core/keyed_permutation.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <vector>

#include "sim/core/hashed.hpp"

namespace homeroom {
namespace {

TEST(KeyedPermutation, MeetsEveryNumberOnce) {
  for (std::uint64_t size = 1; size <= 300; ++size) {
    const KeyedPermutation permutation(size, size * 7);
    std::set<std::uint64_t> met;
    for (std::uint64_t i = 0; i < size; ++i) met.insert(permutation(i));
    EXPECT_EQ(met.size(), size);
    EXPECT_EQ(*met.rbegin(), size - 1);
  }
}

// Each of the 24 orders of four comes about equally often: chi-squared of 23 degrees of freedom
// stays below 58 with a probability above 0.9999.
TEST(KeyedPermutation, ReachesEveryOrderEquallyOften) {
  constexpr int kKeys = 24000;
  std::vector<int> found(256);
  for (std::uint64_t key = 0; key < kKeys; ++key) {
    const KeyedPermutation permutation(4, hashed(key, 1));
    std::uint64_t order = 0;
    for (std::uint64_t i = 0; i < 4; ++i) order = order * 4 + permutation(i);
    ++found[order];
  }
  double chi_squared = 0;
  int orders = 0;
  for (const int count : found) {
    if (count == 0) continue;
    ++orders;
    chi_squared += (count - 1000.0) * (count - 1000.0) / 1000.0;
  }
  EXPECT_EQ(orders, 24);
  EXPECT_LT(chi_squared, 58.0);
}

}  // namespace
}  // namespace homeroom
