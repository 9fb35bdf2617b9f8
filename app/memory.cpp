#include "app/memory.hpp"

#include <fmt/format.h>
#include <gperftools/malloc_extension.h>
#include <gperftools/tcmalloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <thread>

namespace homeroom::app {

#ifdef HOMEROOM_SANITIZED  // which hands out memory itself
void keep_freed_memory() {}
#else
void keep_freed_memory() {
  MallocExtension& memory = *MallocExtension::instance();
  memory.SetMemoryReleaseRate(0);
  if (std::getenv("TCMALLOC_MAX_TOTAL_THREAD_CACHE_BYTES")) return;
  constexpr std::size_t kOfAProcessor = std::size_t{4} << 20, kMost = std::size_t{32} << 20;
  const std::size_t processors = std::max(1u, std::thread::hardware_concurrency());
  memory.SetNumericProperty("tcmalloc.max_total_thread_cache_bytes",
                            std::min(processors * kOfAProcessor, kMost));
}
#endif

namespace {

constexpr std::size_t kStack = std::size_t{1} << 20, kPage = 4096;

[[gnu::noinline]] void touch_stack() {
  volatile char bytes[kStack];
  for (std::size_t at = 0; at < kStack; at += kPage) bytes[kStack - 1 - at] = 0;
}

}  // namespace

void take_stack_beforehand() {
  rlimit most{};
  if (getrlimit(RLIMIT_STACK, &most) == 0 && most.rlim_cur >= 4 * kStack) touch_stack();
}

std::string memory_library() { return fmt::format("{}.{}", TC_VERSION_MAJOR, TC_VERSION_MINOR); }

}  // namespace homeroom::app
