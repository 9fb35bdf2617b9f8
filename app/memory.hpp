// How the program asks the system for memory.
#pragma once

#include <string>

namespace homeroom::app {

/// Keeps what a year gave back for the next one: without it the C library returns a city's larger
/// columns to the system after each use, and each year pays for fresh pages again. What threads
/// keep to themselves is limited, all together, to 4 MiB for each processor: under the library's
/// own limit of 32 MiB thirty districts in sixty replicates took a fifth more.
void keep_freed_memory();

/// Lets the first thread's stack grow to 1 MiB at the start; runs of Boston and Los Angeles and a
/// comparison were measured to take 172 to 192 kB of it. A stack that cannot grow once memory is
/// used up ends the program without a word, where an allocation that is refused can be told. Stacks
/// of further threads are whole from the beginning.
void take_stack_beforehand();

/// Version of the library that hands memory out.
std::string memory_library();

}  // namespace homeroom::app
