#include "sim/mechanism/discrete_choice.hpp"

#include <bit>
#include <cstring>
#include <limits>

#include "sim/core/contracts.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::mechanism {
namespace {

/// Below every key of a candidate.
constexpr std::int32_t kNoKey = std::numeric_limits<std::int32_t>::min();

/// As many choosers side by side as a vector of the set at hand holds, in the vector type that g++
/// and clang share; comparing gives -1 where true.
template <int kLanes>
class Sieve {
 public:
  /// Choosers from `first` on; there may be nothing behind `utility` and `best`.
  inline HOMEROOM_INLINE Sieve(std::size_t first, const float* utility, std::size_t candidates,
                               const float* floor, std::int32_t low, std::uint32_t* best)
      : first_(first), utility_(utility), candidates_(candidates), low_(low), best_(best) {
    std::memcpy(&least_, floor + first, sizeof least_);
  }

  /// Keeps the best keys of every lane in order while one candidate after the other is shown. As
  /// many places as the compiler knows of stay in registers.
  template <std::size_t kPlaces>
  inline HOMEROOM_INLINE void sift() {
    Counts kept[kPlaces];
    for (Counts& place : kept) place = Counts{} + kNoKey;
    for (std::size_t candidate = 0; candidate < candidates_; ++candidate) {
      Counts key;
      find_key(candidate, key);
#pragma GCC unroll 16
      for (std::size_t place = 0; place < kPlaces; ++place) hold(kept[place], key);
    }
    for (std::size_t place = 0; place < kPlaces; ++place) write(place, kept[place]);
  }

  /// The same for any number of places, which pass through memory.
  inline HOMEROOM_INLINE void sift_any(std::size_t places) {
    for (std::size_t place = 0; place < places; ++place) write(place, Counts{} + kNoKey);
    for (std::size_t candidate = 0; candidate < candidates_; ++candidate) {
      Counts key, kept;
      find_key(candidate, key);
      for (std::size_t place = 0; place < places; ++place) {
        std::memcpy(&kept, best_ + place * kSideBySide + first_, sizeof kept);
        hold(kept, key);
        write(place, kept);
      }
    }
  }

  inline HOMEROOM_INLINE bool met_nan() const {
    std::int32_t lanes[kLanes], any = 0;
    std::memcpy(lanes, &nan_, sizeof lanes);
    for (const std::int32_t lane : lanes) any |= lane;
    return any != 0;
  }

 private:
  typedef float Floats __attribute__((vector_size(4 * kLanes)));
  typedef std::int32_t Counts __attribute__((vector_size(4 * kLanes)));

  /// A utility as an integer of the same order, with the candidate's index in its low bits, so that
  /// one minimum and one maximum per place keep both.
  inline HOMEROOM_INLINE void find_key(std::size_t candidate, Counts& key) {
    Floats seen;
    std::memcpy(&seen, utility_ + candidate * kSideBySide + first_, sizeof seen);
    nan_ |= seen != seen;  // NOLINT(misc-redundant-expression): of all numbers NaN alone
    std::memcpy(&key, &seen, sizeof key);
    key ^= (key >> 31) & 0x7fffffff;
    key = (key & ~low_) | (low_ - static_cast<std::int32_t>(candidate));
    key = seen > least_ ? key : Counts{} + kNoKey;
  }
  /// The better of the two stays, the other goes on to the next place.
  static inline HOMEROOM_INLINE void hold(Counts& kept, Counts& key) {
    const Counts better = key > kept ? key : kept;
    key = key > kept ? kept : key;
    kept = better;
  }
  inline HOMEROOM_INLINE void write(std::size_t place, const Counts& kept) {
    std::memcpy(best_ + place * kSideBySide + first_, &kept, sizeof kept);
  }

  std::size_t first_;
  const float* utility_;
  std::size_t candidates_;
  Floats least_;
  std::int32_t low_;
  std::uint32_t* best_;
  Counts nan_{};
};

/// Writes the keys of the best `k` candidates of every lane. False if a utility is NaN.
bool sift_side_by_side(const float* utility, std::size_t candidates, const float* floor,
                       std::int32_t low, std::size_t k, std::uint32_t* best) {
  bool numbers = true;
  run_in_lanes([=, &numbers](auto width) HOMEROOM_INLINE {
    constexpr int kLanes = decltype(width)::kLanes;
    for (std::size_t first = 0; first < kSideBySide; first += kLanes) {
      Sieve<kLanes> sieve(first, utility, candidates, floor, low, best);
      // Lengths that lists have; each is a loop of its own.
      switch (k) {
        case 3:
          sieve.template sift<3>();
          break;
        case 8:
          sieve.template sift<8>();
          break;
        case 10:
          sieve.template sift<10>();
          break;
        default:
          sieve.sift_any(k);
      }
      numbers = numbers && !sieve.met_nan();
    }
  });
  return numbers;
}

/// Turns keys into indices.
HOMEROOM_WIDE void name_candidates(std::int32_t low, std::size_t cells, std::uint32_t* best) {
  for (std::size_t cell = 0; cell < cells; ++cell) {
    const auto key = static_cast<std::int32_t>(best[cell]);
    best[cell] = key == kNoKey ? kNoCandidate : static_cast<std::uint32_t>(low - (key & low));
  }
}

}  // namespace

void top_choices_side_by_side(const float* utility, std::size_t candidates, const float* floor,
                              std::size_t k, std::uint32_t* best) {
  HOMEROOM_EXPECT(candidates < (std::size_t{1} << 16));
  const auto low = static_cast<std::int32_t>(std::bit_ceil(candidates | 1) - 1);
  const bool no_nan = sift_side_by_side(utility, candidates, floor, low, k, best);
  HOMEROOM_EXPECT(no_nan);
  name_candidates(low, k * kSideBySide, best);
}

}  // namespace homeroom::mechanism
