// Short ways to say where a child's number stands.
#pragma once

#include <cmath>

#include "tests/signs/outcomes.hpp"

namespace homeroom::signs::child_looks {

inline Outcome child(const char* name, const char* unit, const char* meaning,
                     std::function<double(const Students&, std::size_t)> of) {
  return {std::string("child.") + name, unit, meaning,
          [of](const SeenYear& y, std::size_t row) { return of(y.world.students, row); }};
}

inline Outcome seen(const char* name, const char* unit, const char* meaning, Look look) {
  return {std::string("child.") + name, unit, meaning, std::move(look)};
}

inline bool is_same_child(const SeenYear& y, std::size_t row) {
  return y.before.arrived[row] == y.world.students.arrived[row];
}

}  // namespace homeroom::signs::child_looks
