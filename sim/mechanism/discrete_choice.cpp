#include "sim/mechanism/discrete_choice.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>

#include "sim/core/contracts.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::mechanism {
namespace {

/// Up to here counting ranks beats sorting: n^2 comparisons, but several at once and no branch to
/// guess wrong (measured).
constexpr std::size_t kCountUpTo = 64;

bool has_nan(std::span<const float> utility) {
  std::uint32_t nan = 0;
  for (const float u : utility) nan |= static_cast<std::uint32_t>(u != u);
  return nan != 0;
}

/// As many candidates as the widest vectors hold, in the vector type that g++ and clang share;
/// comparing gives -1 where true. Divides kCountUpTo.
using Floats = float __attribute__((vector_size(4 * kSideBySide)));
using Counts = std::int32_t __attribute__((vector_size(4 * kSideBySide)));
/// Below every key of a candidate.
constexpr std::int32_t kNoKey = std::numeric_limits<std::int32_t>::min();

void by_sorting(std::span<const float> utility, std::span<std::uint32_t> best) {
  std::vector<std::uint32_t> order(utility.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto beats = [&](std::uint32_t a, std::uint32_t b) {
    return utility[a] > utility[b] || (utility[a] == utility[b] && a < b);
  };
  const auto past = order.begin() + static_cast<std::ptrdiff_t>(best.size());
  std::partial_sort(order.begin(), past, order.end(), beats);
  std::copy(order.begin(), past, best.begin());
}

/// The rank of a candidate is the number of rivals of higher utility. No branches: every step
/// compares one rival with a whole vector of candidates. `utility` and `rank` have room for whole
/// vectors; what stands beyond `candidates` is no matter.
HOMEROOM_WIDE void count_rivals(const float* utility, std::uint32_t candidates,
                                std::uint32_t* rank) {
  for (std::uint32_t first = 0; first < candidates; first += kSideBySide) {
    Floats own;
    std::memcpy(&own, utility + first, sizeof own);
    Counts beaten_by{};
    for (std::uint32_t rival = 0; rival < candidates; ++rival) {
      beaten_by -= Floats{} + utility[rival] > own;
    }
    std::memcpy(rank + first, &beaten_by, sizeof beaten_by);
  }
}

/// `utility` has room for kCountUpTo.
void by_counting(const float* utility, std::uint32_t candidates, std::span<std::uint32_t> best) {
  std::array<std::uint32_t, kCountUpTo> rank, order;
  count_rivals(utility, candidates, rank.data());
  std::uint32_t beaten = 0;
  for (std::uint32_t own = 0; own < candidates; ++own) {
    beaten += rank[own];
    order[rank[own]] = own;
  }
  // Of every two one is beaten, or else they are level, which is rare.
  const bool any_level = beaten != candidates * (candidates - 1) / 2;
  if (any_level) return by_sorting({utility, candidates}, best);
  std::copy_n(order.begin(), best.size(), best.begin());
}

/// Keeps the best `k` keys of every lane in order while one candidate after the other is shown. A
/// key is the utility as an integer of the same order, with the index in its low bits, so that one
/// minimum and one maximum per place keep both. Returns false if a utility is NaN.
HOMEROOM_WIDE bool sift_side_by_side(const float* utility, std::size_t candidates,
                                     const float* floor, std::int32_t low, std::size_t k,
                                     std::uint32_t* best) {
  Floats least;
  std::memcpy(&least, floor, sizeof least);
  Counts kept = Counts{} + kNoKey, nan{};
  for (std::size_t place = 0; place < k; ++place) {
    std::memcpy(best + place * kSideBySide, &kept, sizeof kept);
  }
  for (std::size_t candidate = 0; candidate < candidates; ++candidate) {
    Floats seen;
    std::memcpy(&seen, utility + candidate * kSideBySide, sizeof seen);
    nan |= seen != seen;
    Counts key;
    std::memcpy(&key, &seen, sizeof key);
    key ^= (key >> 31) & 0x7fffffff;
    key = (key & ~low) | (low - static_cast<std::int32_t>(candidate));
    key = seen > least ? key : Counts{} + kNoKey;
    for (std::size_t place = 0; place < k; ++place) {
      std::memcpy(&kept, best + place * kSideBySide, sizeof kept);
      const Counts better = key > kept ? key : kept;
      key = key > kept ? kept : key;
      std::memcpy(best + place * kSideBySide, &better, sizeof better);
    }
  }
  for (std::size_t cell = 0; cell < k * kSideBySide; ++cell) {
    const auto key = static_cast<std::int32_t>(best[cell]);
    best[cell] = key == kNoKey ? kNoCandidate : static_cast<std::uint32_t>(low - (key & low));
  }
  std::int32_t any_nan = 0;
  for (std::size_t lane = 0; lane < kSideBySide; ++lane) any_nan |= nan[lane];
  return any_nan == 0;
}

}  // namespace

std::size_t top_choices(std::span<const float> utility, std::span<std::uint32_t> best) {
  HOMEROOM_EXPECT(!has_nan(utility));
  best = best.first(std::min(best.size(), utility.size()));
  if (utility.size() <= kCountUpTo) {
    std::array<float, kCountUpTo> padded{};
    std::copy(utility.begin(), utility.end(), padded.begin());
    by_counting(padded.data(), static_cast<std::uint32_t>(utility.size()), best);
  } else {
    by_sorting(utility, best);
  }
  return best.size();
}

void top_choices_side_by_side(const float* utility, std::size_t candidates, const float* floor,
                              std::size_t k, std::uint32_t* best) {
  HOMEROOM_EXPECT(candidates < (std::size_t{1} << 16));
  const auto low = static_cast<std::int32_t>(std::bit_ceil(candidates | 1) - 1);
  const bool no_nan = sift_side_by_side(utility, candidates, floor, low, k, best);
  HOMEROOM_EXPECT(no_nan);
}

std::vector<std::uint32_t> top_choices_by_row(std::span<const float> utility,
                                              std::size_t candidates, std::size_t k) {
  HOMEROOM_EXPECT(candidates > 0 && utility.size() % candidates == 0);
  const std::size_t rows = utility.size() / candidates;
  const std::size_t width = std::min(k, candidates);
  std::vector<std::uint32_t> best(rows * width);
  for (std::size_t row = 0; row < rows; ++row) {
    top_choices(utility.subspan(row * candidates, candidates),
                std::span(best).subspan(row * width, width));
  }
  return best;
}

}  // namespace homeroom::mechanism
