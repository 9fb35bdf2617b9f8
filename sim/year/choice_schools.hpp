// What every family sees of a school alike: its gate, last year's picture and who went there.
#pragma once

#include <array>
#include <vector>

#include "sim/policy/law.hpp"
#include "sim/world/enrolment.hpp"
#include "sim/world/world.hpp"
#include "sim/year/seats.hpp"

namespace homeroom::choice {

struct SchoolsSeen {
  std::vector<Gate> gate;
  std::vector<float> picture, published, distinct;      ///< never NaN
  std::array<std::vector<float>, kGroups> group_share;  ///< by group and school
  std::vector<float> reach;                             ///< distance that costs nothing [km]
  std::vector<float> special_draw;                      ///< on special needs, of the model [logit]
  std::vector<int> seats;                               ///< by cell of school and grade
};

SchoolsSeen look_at_schools(const World& world, const Law& law);

/// Whether a school beyond the district's ordinary ones takes beginners in this grade: its lowest
/// grade, the first year of high school by examination, and every grade in its first year.
bool is_entry(const World& world, SchoolId school, int grade);

}  // namespace homeroom::choice
