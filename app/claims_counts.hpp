// Counts of a part of a city, told as of the whole.
#pragma once

#include <string>

namespace homeroom::app {

/// How often a part's value of an outcome makes the whole city's, where one part in `divide` is
/// lived: `divide` of what is counted or summed over schools, teachers and children, 1 of means
/// and shares.
double whole_of_part(const std::string& outcome, int divide);

}  // namespace homeroom::app
