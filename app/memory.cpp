#include "app/memory.hpp"

#include <fmt/format.h>
#include <gperftools/malloc_extension.h>
#include <gperftools/tcmalloc.h>

namespace homeroom::app {

#ifdef HOMEROOM_SANITIZED  // which hands out memory itself
void keep_freed_memory() {}
#else
void keep_freed_memory() { MallocExtension::instance()->SetMemoryReleaseRate(0); }
#endif

std::string memory_library() { return fmt::format("{}.{}", TC_VERSION_MAJOR, TC_VERSION_MINOR); }

}  // namespace homeroom::app
