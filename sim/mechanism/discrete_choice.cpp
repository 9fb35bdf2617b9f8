#include "sim/mechanism/discrete_choice.hpp"

#include <algorithm>
#include <array>
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

/// The rank of a candidate is the number of rivals that beat it: higher utility, or the same and a
/// lower index. No branches, and every step compares one rival with many candidates at once.
HOMEROOM_WIDE void count_rivals(const float* __restrict utility, std::uint32_t candidates,
                                std::uint32_t* __restrict rank) {
  for (std::uint32_t own = 0; own < candidates; ++own) rank[own] = 0;
  for (std::uint32_t rival = 0; rival < candidates; ++rival) {
    const float theirs = utility[rival];
    for (std::uint32_t own = 0; own < candidates; ++own) {
      const bool level = theirs == utility[own] && rival < own;
      rank[own] +=
          static_cast<std::uint32_t>(theirs > utility[own]) | static_cast<std::uint32_t>(level);
    }
  }
}

void by_counting(std::span<const float> utility, std::span<std::uint32_t> best) {
  const auto candidates = static_cast<std::uint32_t>(utility.size());
  std::array<std::uint32_t, kCountUpTo> rank, order;
  count_rivals(utility.data(), candidates, rank.data());
  for (std::uint32_t own = 0; own < candidates; ++own) order[rank[own]] = own;
  std::copy_n(order.begin(), best.size(), best.begin());
}

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

}  // namespace

std::size_t top_choices(std::span<const float> utility, std::span<std::uint32_t> best) {
  HOMEROOM_EXPECT(!has_nan(utility));
  best = best.first(std::min(best.size(), utility.size()));
  if (utility.size() <= kCountUpTo) {
    by_counting(utility, best);
  } else {
    by_sorting(utility, best);
  }
  return best.size();
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
