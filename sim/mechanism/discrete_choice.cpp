#include "sim/mechanism/discrete_choice.hpp"

#include <bit>
#include <cstring>
#include <limits>

#include "sim/core/contracts.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::mechanism {
namespace {

/// As many candidates as the widest vectors hold, in the vector type that g++ and clang share;
/// comparing gives -1 where true.
using Floats = float __attribute__((vector_size(4 * kSideBySide)));
using Counts = std::int32_t __attribute__((vector_size(4 * kSideBySide)));
/// Below every key of a candidate.
constexpr std::int32_t kNoKey = std::numeric_limits<std::int32_t>::min();

/// A utility as an integer of the same order, with the candidate's index in its low bits, so that
/// one minimum and one maximum per place keep both.
inline __attribute__((always_inline)) void key_of(const Floats& seen, const Floats& least,
                                                  std::int32_t low, std::size_t candidate,
                                                  Counts& key) {
  std::memcpy(&key, &seen, sizeof key);
  key ^= (key >> 31) & 0x7fffffff;
  key = (key & ~low) | (low - static_cast<std::int32_t>(candidate));
  key = seen > least ? key : Counts{} + kNoKey;
}

/// Keeps the best keys of every lane in order while one candidate after the other is shown. As many
/// places as the compiler knows of stay in registers. Notes where utilities are NaN.
template <std::size_t kPlaces>
inline __attribute__((always_inline)) void sift(const float* utility, std::size_t candidates,
                                                const Floats& least, std::int32_t low,
                                                std::uint32_t* best, Counts& nan) {
  Counts kept[kPlaces];
  for (Counts& place : kept) place = Counts{} + kNoKey;
  for (std::size_t candidate = 0; candidate < candidates; ++candidate) {
    Floats seen;
    std::memcpy(&seen, utility + candidate * kSideBySide, sizeof seen);
    nan |= seen != seen;  // NOLINT(misc-redundant-expression): of all numbers NaN alone
    Counts key;
    key_of(seen, least, low, candidate, key);
#pragma GCC unroll 16
    for (std::size_t place = 0; place < kPlaces; ++place) {
      const Counts better = key > kept[place] ? key : kept[place];
      key = key > kept[place] ? kept[place] : key;
      kept[place] = better;
    }
  }
  std::memcpy(best, kept, sizeof kept);
}

/// The same for any number of places, which pass through memory.
inline __attribute__((always_inline)) void sift_any(const float* utility, std::size_t candidates,
                                                    const Floats& least, std::int32_t low,
                                                    std::size_t places, std::uint32_t* best,
                                                    Counts& nan) {
  Counts kept = Counts{} + kNoKey;
  for (std::size_t place = 0; place < places; ++place) {
    std::memcpy(best + place * kSideBySide, &kept, sizeof kept);
  }
  for (std::size_t candidate = 0; candidate < candidates; ++candidate) {
    Floats seen;
    std::memcpy(&seen, utility + candidate * kSideBySide, sizeof seen);
    nan |= seen != seen;  // NOLINT(misc-redundant-expression): of all numbers NaN alone
    Counts key;
    key_of(seen, least, low, candidate, key);
    for (std::size_t place = 0; place < places; ++place) {
      std::memcpy(&kept, best + place * kSideBySide, sizeof kept);
      const Counts better = key > kept ? key : kept;
      key = key > kept ? kept : key;
      std::memcpy(best + place * kSideBySide, &better, sizeof better);
    }
  }
}

/// Writes the indices of the best `k` candidates of every lane. False if a utility is NaN.
HOMEROOM_WIDE bool sift_side_by_side(const float* utility, std::size_t candidates,
                                     const float* floor, std::int32_t low, std::size_t k,
                                     std::uint32_t* best) {
  Floats least;
  std::memcpy(&least, floor, sizeof least);
  Counts nan{};
  // Lengths that lists have; each is a loop of its own.
  switch (k) {
    case 3:
      sift<3>(utility, candidates, least, low, best, nan);
      break;
    case 8:
      sift<8>(utility, candidates, least, low, best, nan);
      break;
    case 10:
      sift<10>(utility, candidates, least, low, best, nan);
      break;
    default:
      sift_any(utility, candidates, least, low, k, best, nan);
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

void top_choices_side_by_side(const float* utility, std::size_t candidates, const float* floor,
                              std::size_t k, std::uint32_t* best) {
  HOMEROOM_EXPECT(candidates < (std::size_t{1} << 16));
  const auto low = static_cast<std::int32_t>(std::bit_ceil(candidates | 1) - 1);
  const bool no_nan = sift_side_by_side(utility, candidates, floor, low, k, best);
  HOMEROOM_EXPECT(no_nan);
}

}  // namespace homeroom::mechanism
