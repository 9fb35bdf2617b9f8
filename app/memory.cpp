#include "app/memory.hpp"

#include <cstdlib>
#include <new>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "sim/core/small_blocks.hpp"

namespace homeroom::app {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kLargest = 32 << 20;  // the most that the library accepts
  mallopt(M_MMAP_THRESHOLD, kLargest);
  mallopt(M_TRIM_THRESHOLD, 4 * kLargest);
#endif
}

}  // namespace homeroom::app

// The whole program's; the library's other forms of them call these.
void* operator new(std::size_t bytes) {
  if (void* const block = homeroom::take_small_block(bytes)) return block;
  while (true) {
    if (void* const block = std::malloc(bytes == 0 ? 1 : bytes)) return block;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void operator delete(void* block) noexcept {
  if (!homeroom::give_small_block_back(block)) std::free(block);
}

void operator delete(void* block, std::size_t) noexcept { operator delete(block); }
