#include "sim/mechanism/discrete_choice.hpp"

#include <algorithm>
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

/// Candidates counted in one stroke: a loop of known length keeps the counts in registers.
constexpr std::size_t kStroke = 32;

/// For each of `kStroke` candidates, how many rivals beat it.
HOMEROOM_WIDE void count_better(const float* rivals, std::size_t count, const float* candidates,
                                std::int32_t* better) {
  std::int32_t beaten_by[kStroke] = {};
  for (std::size_t j = 0; j < count; ++j) {
    const float rival = rivals[j];
    for (std::size_t i = 0; i < kStroke; ++i) beaten_by[i] += rival > candidates[i];
  }
  for (std::size_t i = 0; i < kStroke; ++i) better[i] = beaten_by[i];
}

/// The rank of a candidate is the number of rivals of higher utility; of equals, found in the order
/// of their index, each takes the next free rank.
void by_counting(std::span<const float> utility, std::span<std::uint32_t> best) {
  constexpr std::uint32_t kFree = 0xffffffffu;
  const std::size_t count = utility.size();
  float padded[kCountUpTo];  // what lies beyond the candidates is counted and not looked at
  std::int32_t better[kCountUpTo];
  for (std::size_t i = 0; i < count; ++i) padded[i] = utility[i];
  for (std::size_t i = count; i % kStroke != 0; ++i) padded[i] = 0.0f;
  for (std::size_t first = 0; first < count; first += kStroke) {
    count_better(padded, count, padded + first, better + first);
  }
  for (std::uint32_t& place : best) place = kFree;
  for (std::size_t own = 0; own < count; ++own) {
    auto rank = static_cast<std::size_t>(better[own]);
    while (rank < best.size() && best[rank] != kFree) ++rank;
    if (rank < best.size()) best[rank] = static_cast<std::uint32_t>(own);
  }
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
