// How the program asks the system for memory.
#pragma once

#include <string>

namespace homeroom::app {

/// Keeps what a year gave back for the next one: without it the C library returns a city's larger
/// columns to the system after each use, and each year pays for fresh pages again.
void keep_freed_memory();

/// Version of the library that hands memory out.
std::string memory_library();

}  // namespace homeroom::app
