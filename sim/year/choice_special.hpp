// Where a district sends children with special needs whom no list has seated: not always to the
// zone's school, but to one that draws them more (see SchoolModel::special_draw).
#pragma once

#include <vector>

#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"
#include "sim/year/choice_utility.hpp"

namespace homeroom::choice {

/// A placement away from the zone gains what the schools' draws differ by, less what the way there
/// costs beyond the way to the zone's school. Of the children for whom some school with a seat
/// gains g > 0 a share of 1 - exp(-g) is sent to the one that gains most. Equal draws send nobody.
class SpecialPlacement {
 public:
  SpecialPlacement(const SchoolsSeen& seen, const Utility& utility);

  /// Seats children of the grade who are sent: severe needs first, then in the order in which
  /// leftovers are placed. The others are left for that.
  void place(int grade, const Families& families, const Priorities& priorities,
             Seating& seating) const;

 private:
  struct Best {
    SchoolId school;
    float gain = 0.0f;
  };
  Best best_for(std::size_t home, int grade, SchoolId zoned, const Seating& seating) const;

  const SchoolsSeen& seen_;
  const Utility& utility_;
  /// The district's schools that draw more than the least of them; none where all draw alike.
  std::vector<std::uint16_t> drawing_;
};

}  // namespace homeroom::choice
