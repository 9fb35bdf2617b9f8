// A question about rights that several chapters ask.
#pragma once

#include "sim/world/schools.hpp"

namespace homeroom {

/// A right as far as it is held and taken up [share]. Rights outside the six autonomies, whose
/// taking up is not followed, count as held.
inline double taken_up(const Schools& schools, SchoolId school, Right right) {
  const PerRight<double>& held = schools.held[school];
  const int autonomy = kRightNames[static_cast<std::size_t>(index_of(right))].autonomy;
  const double here = held[static_cast<std::size_t>(index_of(right))];
  if (autonomy < 0) return here;
  const double mean = means_by_autonomy(held)[static_cast<std::size_t>(autonomy)];
  return mean > 0.0 ? here * schools.used[school][static_cast<std::size_t>(autonomy)] / mean : 0.0;
}

}  // namespace homeroom
