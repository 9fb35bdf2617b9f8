#include "sim/chance/threefry.hpp"

#include <cstring>

#include "sim/core/wide.hpp"

namespace homeroom::threefry {
namespace {

// Sixteen individuals side by side in the vector type that g++ and clang share: one source for
// every instruction set, and the same words from each. The rotation table and the key schedule are
// those of Salmon et al. (2011), table 2; a test compares with the published implementation word
// for word.
using Vector = std::uint32_t __attribute__((vector_size(4 * kWidth)));

struct State {
  Vector x0, x1, x2, x3;
};

template <int kLeft, int kRight>
inline __attribute__((always_inline)) void mix(State& s) {
  s.x0 += s.x1;
  s.x1 = ((s.x1 << kLeft) | (s.x1 >> (32 - kLeft))) ^ s.x0;
  s.x2 += s.x3;
  s.x3 = ((s.x3 << kRight) | (s.x3 >> (32 - kRight))) ^ s.x2;
}

template <int kLeft, int kRight>
inline __attribute__((always_inline)) void mix_crossed(State& s) {
  s.x0 += s.x3;
  s.x3 = ((s.x3 << kLeft) | (s.x3 >> (32 - kLeft))) ^ s.x0;
  s.x2 += s.x1;
  s.x1 = ((s.x1 << kRight) | (s.x1 >> (32 - kRight))) ^ s.x2;
}

template <int kGroup>
inline __attribute__((always_inline)) void four_rounds(State& s, const Schedule& schedule) {
  if constexpr (kGroup % 2 == 0) {
    mix<10, 26>(s);
    mix_crossed<11, 21>(s);
    mix<13, 27>(s);
    mix_crossed<23, 5>(s);
  } else {
    mix<6, 20>(s);
    mix_crossed<17, 11>(s);
    mix<25, 10>(s);
    mix_crossed<18, 20>(s);
  }
  s.x0 += schedule.k[(kGroup + 1) % 5];
  s.x1 += schedule.k[(kGroup + 2) % 5];
  s.x2 += schedule.k[(kGroup + 3) % 5];
  s.x3 += schedule.k[(kGroup + 4) % 5] + static_cast<std::uint32_t>(kGroup + 1);
}

inline __attribute__((always_inline)) void inject_key(State& s, const Schedule& schedule) {
  s.x0 += schedule.k[0];
  s.x1 += schedule.k[1];
  s.x2 += schedule.k[2];
  s.x3 += schedule.k[3];
}

/// Every round waits for the one before: one state alone leaves a quarter of the time unused, two
/// in turns (measured) next to none. Three groups of four and the first round of the fourth.
template <class... States>
inline __attribute__((always_inline)) void all_rounds(const Schedule& schedule, States&... s) {
  static_assert(kRounds == 13);
  (inject_key(s, schedule), ...);
  (four_rounds<0>(s, schedule), ...);
  (four_rounds<1>(s, schedule), ...);
  (four_rounds<2>(s, schedule), ...);
  (mix<6, 20>(s), ...);
}

inline __attribute__((always_inline)) void load(Vector& v, const std::uint32_t* from, int count) {
  v = Vector{};
  if (count >= kWidth) {
    std::memcpy(&v, from, sizeof v);
  } else {
    std::memcpy(&v, from, 4 * static_cast<std::size_t>(count));
  }
}

inline __attribute__((always_inline)) void store(std::uint32_t* to, const Vector& v, int count) {
  if (count >= kWidth) {
    std::memcpy(to, &v, sizeof v);
  } else {
    std::memcpy(to, &v, 4 * static_cast<std::size_t>(count));
  }
}

inline __attribute__((always_inline)) void store(std::uint32_t* const* lanes, int at,
                                                 const State& s, int count) {
  store(lanes[0] + at, s.x0, count);
  store(lanes[1] + at, s.x1, count);
  store(lanes[2] + at, s.x2, count);
  store(lanes[3] + at, s.x3, count);
}

/// `begin(state, i, left)` writes what the individuals from i on begin with.
template <class Begin>
inline __attribute__((always_inline)) void fill(const Schedule& schedule, int count,
                                                std::uint32_t* const* lanes, const Begin& begin) {
  int i = 0;
  State one, other;
  for (; count - i > kWidth; i += 2 * kWidth) {
    const int left = count - i - kWidth;
    begin(one, i, kWidth);
    begin(other, i + kWidth, left);
    all_rounds(schedule, one, other);
    store(lanes, i, one, kWidth);
    store(lanes, i + kWidth, other, left);
  }
  if (i >= count) return;
  begin(one, i, count - i);
  all_rounds(schedule, one);
  store(lanes, i, one, count - i);
}

}  // namespace

HOMEROOM_WIDE void fill_block(const Schedule& schedule, const std::uint32_t* low,
                              const std::uint32_t* high, std::uint32_t when,
                              std::uint32_t alternative, int count, std::uint32_t* const* lanes) {
  fill(
      schedule, count, lanes, [=](State & s, int i, int left) __attribute__((always_inline)) {
        load(s.x0, low + i, left);
        load(s.x1, high + i, left);
        s.x2 = Vector{} + when;
        s.x3 = Vector{} + alternative;
      });
}

HOMEROOM_WIDE void fill_block_of_rows(const Schedule& schedule, std::uint32_t first,
                                      const std::int16_t* high, std::uint32_t when, int count,
                                      std::uint32_t* const* lanes) {
  using Short = std::int16_t __attribute__((vector_size(2 * kWidth)));
  using Signed = std::int32_t __attribute__((vector_size(4 * kWidth)));
  const Vector steps = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  fill(
      schedule, count, lanes, [=](State & s, int i, int left) __attribute__((always_inline)) {
        Short names{};
        std::memcpy(&names, high + i, 2 * static_cast<std::size_t>(left < kWidth ? left : kWidth));
        const Signed wide = __builtin_convertvector(names, Signed);
        s.x0 = steps + (first + static_cast<std::uint32_t>(i));
        std::memcpy(&s.x1, &wide, sizeof wide);
        s.x2 = Vector{} + when;
        s.x3 = Vector{};
      });
}

HOMEROOM_WIDE void fill_block_of_each(const Schedule& schedule, const std::uint32_t* low,
                                      const std::uint32_t* high, std::uint32_t when,
                                      const std::uint32_t* alternatives, int count,
                                      std::uint32_t* const* lanes) {
  fill(
      schedule, count, lanes, [=](State & s, int i, int left) __attribute__((always_inline)) {
        load(s.x0, low + i, left);
        load(s.x1, high + i, left);
        s.x2 = Vector{} + when;
        load(s.x3, alternatives + i, left);
      });
}

HOMEROOM_WIDE void fill_blocks(const Schedule& schedule, const std::uint32_t* low,
                               const std::uint32_t* high, std::uint32_t when,
                               const std::uint32_t* alternatives, int count, std::uint32_t* words) {
  const State start{Vector{}, Vector{}, Vector{} + when, Vector{}};
  std::uint32_t* lanes[4] = {words, words + kWidth, words + 2 * kWidth, words + 3 * kWidth};
  State one = start, other = start;
  for (int i = 0; i < count; i += 2) {
    const std::uint32_t last = alternatives[i + 1 < count ? i + 1 : i];
    one = other = start;
    load(one.x0, low, kWidth);
    load(one.x1, high, kWidth);
    other.x0 = one.x0;
    other.x1 = one.x1;
    one.x3 += alternatives[i];
    other.x3 += last;
    all_rounds(schedule, one, other);
    store(lanes, 4 * kWidth * i, one, kWidth);
    if (i + 1 < count) store(lanes, 4 * kWidth * (i + 1), other, kWidth);
  }
}

HOMEROOM_WIDE void fill_blocks_of_each(const Schedule& schedule, const std::uint32_t* low,
                                       const std::uint32_t* high, std::uint32_t when,
                                       const std::uint32_t* alternatives, int count,
                                       std::uint32_t* words) {
  State start{Vector{}, Vector{}, Vector{} + when, Vector{}};
  load(start.x0, low, kWidth);
  load(start.x1, high, kWidth);
  std::uint32_t* lanes[4] = {words, words + kWidth, words + 2 * kWidth, words + 3 * kWidth};
  State one = start, other = start;
  int i = 0;
  for (; i + 1 < count; i += 2) {
    one = other = start;
    load(one.x3, alternatives + kWidth * i, kWidth);
    load(other.x3, alternatives + kWidth * (i + 1), kWidth);
    all_rounds(schedule, one, other);
    store(lanes, 4 * kWidth * i, one, kWidth);
    store(lanes, 4 * kWidth * (i + 1), other, kWidth);
  }
  if (i >= count) return;
  one = start;
  load(one.x3, alternatives + kWidth * i, kWidth);
  all_rounds(schedule, one);
  store(lanes, 4 * kWidth * i, one, kWidth);
}

HOMEROOM_WIDE void fill_alternatives(const Schedule& schedule, std::uint32_t low,
                                     std::uint32_t high, std::uint32_t when,
                                     const std::uint32_t* alternatives, int count, int lane,
                                     std::uint32_t* words) {
  for (int i = 0; i < count; i += kWidth) {
    const int left = count - i;
    State s{Vector{} + low, Vector{} + high, Vector{} + when, Vector{}};
    load(s.x3, alternatives + i, left);
    all_rounds(schedule, s);
    store(words + i, lane == 0 ? s.x0 : lane == 1 ? s.x1 : lane == 2 ? s.x2 : s.x3, left);
  }
}

}  // namespace homeroom::threefry
