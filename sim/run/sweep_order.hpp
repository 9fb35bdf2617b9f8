// The order in which the runs of a sweep are lived.
#pragma once

#include <cstdint>
#include <vector>

namespace homeroom {

/// A walk through every combination of digits (levels of factors, cities, replicates), such that
/// any stretch of it, from anywhere, holds the levels of each digit almost equally often: among n
/// places, of a digit with L levels each stands n / L times, more or less three. So a shard that
/// has a stretch of its own, and one that is stopped early, has seen a bit of everything.
///
/// The digit with most levels runs through them in turn. Every other digit has all its levels once
/// in each L places, in an order that is drawn anew for every such block, and moves on by one level
/// when the digits before it have come round, so that each combination comes once.
class BalancedOrder {
 public:
  /// Levels of each digit, each 1 or more, all but the largest at most 2^32; their product is at
  /// most 2^63. Combinations are numbered with the last digit fastest.
  explicit BalancedOrder(const std::vector<std::uint64_t>& levels);
  std::uint64_t count() const { return count_; }
  /// The combination that stands at a place of the walk.
  std::uint64_t operator()(std::uint64_t place) const;

 private:
  struct Digit {
    std::uint64_t levels;
    std::uint64_t weight;  ///< in the number of a combination
  };
  std::vector<Digit> digits_;  ///< most levels first
  std::uint64_t count_ = 1;
};

}  // namespace homeroom
