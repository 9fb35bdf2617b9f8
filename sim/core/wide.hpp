// Functions whose loops are worth wide vectors: compiled for several instruction sets, chosen when
// the program starts. Without contraction every version gives the same bits; a test compares them.
#pragma once

// clang 14 names the clones' dispatcher so that other sources cannot call it; its builds stay at
// the baseline, and so prove that the versions agree.
// x86-64-v4 rather than avx512f, which has no wide vectors of bytes and words.
#if defined(__x86_64__) && !defined(__clang__) && !defined(HOMEROOM_PLAIN_VECTORS)
#define HOMEROOM_WIDE __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define HOMEROOM_WIDE
#endif
