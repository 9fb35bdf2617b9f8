// The rounds of Threefry4x32-13 for individuals side by side, in the vector type that g++ and clang
// share: one source for every instruction set, and the same words from each. The rotation table and
// the key schedule are those of Salmon et al. (2011), table 2; a test compares with the published
// implementation word for word.
#pragma once

#include <cstddef>
#include <utility>

#include "sim/chance/threefry.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::threefry {

/// kLanes individuals in the middle of their rounds.
template <int kLanes>
struct State {
  typedef std::uint32_t Vector __attribute__((vector_size(4 * kLanes)));
  typedef std::int32_t Signed __attribute__((vector_size(4 * kLanes)));
  typedef std::int16_t Short __attribute__((vector_size(2 * kLanes)));
  Vector x0, x1, x2, x3;
};

template <int kLeft, int kRight, class Some>
inline HOMEROOM_INLINE void mix(Some& s) {
  s.x0 += s.x1;
  s.x1 = ((s.x1 << kLeft) | (s.x1 >> (32 - kLeft))) ^ s.x0;
  s.x2 += s.x3;
  s.x3 = ((s.x3 << kRight) | (s.x3 >> (32 - kRight))) ^ s.x2;
}

template <int kLeft, int kRight, class Some>
inline HOMEROOM_INLINE void mix_crossed(Some& s) {
  s.x0 += s.x3;
  s.x3 = ((s.x3 << kLeft) | (s.x3 >> (32 - kLeft))) ^ s.x0;
  s.x2 += s.x1;
  s.x1 = ((s.x1 << kRight) | (s.x1 >> (32 - kRight))) ^ s.x2;
}

template <int kGroup, class Some>
inline HOMEROOM_INLINE void four_rounds(Some& s, const Schedule& schedule) {
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

template <class Some>
inline HOMEROOM_INLINE void inject_key(Some& s, const Schedule& schedule) {
  s.x0 += schedule.k[0];
  s.x1 += schedule.k[1];
  s.x2 += schedule.k[2];
  s.x3 += schedule.k[3];
}

/// Three groups of four and the first round of the fourth.
template <class... States>
inline HOMEROOM_INLINE void all_rounds(const Schedule& schedule, States&... s) {
  static_assert(kRounds == 13);
  (inject_key(s, schedule), ...);
  (four_rounds<0>(s, schedule), ...);
  (four_rounds<1>(s, schedule), ...);
  (four_rounds<2>(s, schedule), ...);
  (mix<6, 20>(s), ...);
}

template <int kLanes, std::size_t... kIndex, class Begin, class End>
inline HOMEROOM_INLINE int fill_together(std::index_sequence<kIndex...>, const Schedule& schedule,
                                         int unit, int units, const Begin& begin, const End& end) {
  constexpr int kTogether = sizeof...(kIndex);
  for (; units - unit >= kTogether; unit += kTogether) {
    State<kLanes> state[kTogether];
    (begin(state[kIndex], unit + static_cast<int>(kIndex)), ...);
    all_rounds(schedule, state[kIndex]...);
    (end(state[kIndex], unit + static_cast<int>(kIndex)), ...);
  }
  return unit;
}

/// The words of `units` times kLanes individuals: `begin(state, unit)` writes what a unit's begin
/// with, `end(state, unit)` takes what came out. Every round waits for the one before, so that four
/// units take turns: by a third faster than two with AVX-512, by a sixth with less (measured).
template <int kLanes, class Begin, class End>
inline HOMEROOM_INLINE void fill(const Schedule& schedule, int units, const Begin& begin,
                                 const End& end) {
  int unit = fill_together<kLanes>(std::make_index_sequence<4>{}, schedule, 0, units, begin, end);
  unit = fill_together<kLanes>(std::make_index_sequence<2>{}, schedule, unit, units, begin, end);
  fill_together<kLanes>(std::make_index_sequence<1>{}, schedule, unit, units, begin, end);
}

}  // namespace homeroom::threefry
