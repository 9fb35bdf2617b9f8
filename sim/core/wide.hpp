// Loops that are worth wide vectors: compiled for several instruction sets, chosen when the program
// starts. Without contraction every version gives the same bits; a test compares them.
#pragma once

/// Belongs to the loop that calls it, for whatever set that is compiled.
#define HOMEROOM_INLINE __attribute__((always_inline))

// clang 14 names the clones' dispatcher so that other sources cannot call it; its builds stay at
// the baseline, and so prove that the versions agree.
// x86-64-v4 rather than avx512f, which has no wide vectors of bytes and words.
#if defined(__x86_64__) && !defined(__clang__)
#define HOMEROOM_WIDE __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define HOMEROOM_WIDE
#endif

namespace homeroom {

/// How many numbers of 4 bytes a vector of the set at hand holds. Compilers take a vector type that
/// is wider than that apart number by number (the dice were four times as slow with AVX2), so that
/// loops which name vectors are written for any width and called by `run_in_lanes`.
template <int kNumbers>
struct Width {
  static constexpr int kLanes = kNumbers;
};

#if defined(__x86_64__) && !defined(__clang__)
template <class Loop>
__attribute__((target("arch=x86-64-v4"), noinline)) void run_on_v4(Loop loop) {
  loop(Width<16>{});
}

template <class Loop>
__attribute__((target("avx2"), noinline)) void run_on_avx2(Loop loop) {
  loop(Width<8>{});
}

/// Calls `loop(Width<n>{})`, compiled for the widest set that the processor has. `loop` and all it
/// calls are HOMEROOM_INLINE, and what it captures it copies, so that it may stay in registers.
template <class Loop>
inline void run_in_lanes(Loop loop) {
  static const bool has_v4 = __builtin_cpu_supports("x86-64-v4") != 0;
  static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
  if (has_v4) return run_on_v4(loop);
  if (has_avx2) return run_on_avx2(loop);
  loop(Width<4>{});
}
#else
template <class Loop>
inline void run_in_lanes(Loop loop) {
  loop(Width<4>{});
}
#endif

}  // namespace homeroom
