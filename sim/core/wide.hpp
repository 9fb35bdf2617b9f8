// Functions whose loops are worth wide vectors: compiled for several instruction sets, chosen when
// the program starts. Without contraction every version gives the same bits; a test compares them.
#pragma once

#if defined(__x86_64__) && !defined(HOMEROOM_PLAIN_VECTORS)
#define HOMEROOM_WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define HOMEROOM_WIDE
#endif
