// What the memory of this machine gives: the triad of the STREAM benchmark (McCalpin 1995, IEEE
// TCCA Newsletter), a = b + s c over columns of floats.
#pragma once

#include <cstddef>

namespace homeroom::bandwidth {

/// Bytes per second of the best of `rounds` passes over three columns of `rows` floats, in the
/// program's own slices on so many threads. As STREAM does, twelve bytes count for each row: those
/// that are read of a line before it is written do not.
double triad(std::size_t rows, int threads, int rounds);

}  // namespace homeroom::bandwidth
