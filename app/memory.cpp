#include "app/memory.hpp"

#include <fmt/format.h>
#include <gperftools/malloc_extension.h>
#include <gperftools/tcmalloc.h>

namespace homeroom::app {

void keep_freed_memory() { MallocExtension::instance()->SetMemoryReleaseRate(0); }

std::string memory_library() { return fmt::format("{}.{}", TC_VERSION_MAJOR, TC_VERSION_MINOR); }

}  // namespace homeroom::app
