// What a child knows, without the error of any test.
#pragma once

#include "sim/world/students.hpp"

namespace homeroom {

/// True achievement [state SD].
inline double true_level(const Students& students, std::size_t row, int subject) {
  return static_cast<double>(students.baseline[subject][row]) +
         static_cast<double>(students.durable[subject][row]) +
         static_cast<double>(students.fleeting[subject][row]) +
         static_cast<double>(students.transient[subject][row]);
}

}  // namespace homeroom
