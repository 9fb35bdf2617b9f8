// Our own functions over columns of numbers, on the widest vectors the machine has: equal bits on
// each, and those of one number at a time (arithmetic.hpp).
#pragma once

#include <cstddef>

namespace homeroom {

/// e^x of each, in place.
void exp_of_all(double* x, std::size_t count);
/// Natural logarithm of each, in place; all are positive normal numbers.
void log_of_all(double* x, std::size_t count);

}  // namespace homeroom
