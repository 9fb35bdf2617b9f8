// How the program asks the system for memory. The operators new and delete of the whole program
// stand in memory.cpp: what is small they take from sim/core/small_blocks.hpp.
#pragma once

namespace homeroom::app {

/// Keeps what a year gave back for the next one: without it the C library returns a city's larger
/// columns to the system after each use, and each year pays for fresh pages again.
void keep_freed_memory();

}  // namespace homeroom::app
