// What must be true of the staff records of successive years.
#pragma once

#include <string>

#include "sim/run/replicate.hpp"

namespace homeroom::testing {

/// The first law that teachers.csv of one replicate breaks, or nothing: whoever is somewhere in one
/// year is said to have been there the next year, exactly those who left a school or the pool say
/// why, and teachers in schools, in the pool and hired are as many as district.csv counts.
std::string staff_fault(const ReplicateRecords& records);

}  // namespace homeroom::testing
