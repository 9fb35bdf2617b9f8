#include "app/memory.hpp"

#include <gperftools/malloc_extension.h>

namespace homeroom::app {

void keep_freed_memory() { MallocExtension::instance()->SetMemoryReleaseRate(0); }

}  // namespace homeroom::app
