// Small blocks of memory. A district's year asks for a thousand of them and gives them back at
// once, and thousands of districts live at a time: each thread keeps what it was given back by
// size, and hands it out again without looking further.
#pragma once

#include <cstddef>

namespace homeroom {

/// The largest block that is kept here [bytes].
inline constexpr std::size_t kLargestSmallBlock = 4096;

/// A block of at least so many bytes, aligned for anything of 16 bytes; null where it is larger
/// than small blocks are, or where the system reserves no addresses for them.
void* take_small_block(std::size_t bytes) noexcept;

/// Takes a block back, from any thread. False: it is none of these, and somebody else's to free.
bool give_small_block_back(void* block) noexcept;

}  // namespace homeroom
