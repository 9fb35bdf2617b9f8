#include "sim/run/sweep_order.hpp"

#include <algorithm>

#include "sim/core/hashed.hpp"
#include "sim/core/keyed_permutation.hpp"

namespace homeroom {

BalancedOrder::BalancedOrder(const std::vector<std::uint64_t>& levels) {
  for (std::size_t i = levels.size(); i-- > 0;) {
    digits_.push_back({levels[i], count_});
    count_ *= levels[i];
  }
  std::stable_sort(digits_.begin(), digits_.end(),
                   [](const Digit& one, const Digit& other) { return one.levels > other.levels; });
}

std::uint64_t BalancedOrder::operator()(std::uint64_t place) const {
  std::uint64_t number = 0, faster = 1;  // combinations of the digits before this one
  for (std::size_t i = 0; i < digits_.size(); ++i) {
    const auto [levels, weight] = digits_[i];
    std::uint64_t level = place / faster % levels;
    if (i > 0 && levels > 1) {
      const std::uint64_t among = place % faster, block = among / levels;
      const KeyedPermutation within_block(levels, hashed(i, block));
      level = (level + within_block(among % levels)) % levels;
    }
    number += level * weight;
    faster *= levels;
  }
  return number;
}

}  // namespace homeroom
