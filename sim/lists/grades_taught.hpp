// Whether the schools of a list can be a city by themselves.
#pragma once

#include <string>
#include <vector>

#include "sim/lists/found_school.hpp"

namespace homeroom::lists {

/// Grades that no school but special ones teaches, with commas; empty where every child has one.
std::string grades_without_school(const std::vector<FoundSchool>& schools);

}  // namespace homeroom::lists
