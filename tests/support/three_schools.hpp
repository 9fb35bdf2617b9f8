// Three schools side by side, and children who sit in the first.
#pragma once

#include "sim/year/enrolment.hpp"
#include "tests/support/choice_world.hpp"

namespace homeroom::examples {

/// One neighbourhood, three schools, 200 children of grade 2 in the first.
inline City three_schools(int seats) {
  City city;
  city.add_neighbourhood(0, 0);
  city.make_schools(3);
  for (std::size_t s = 0; s < 3; ++s) city.set_school(s, 0, {0, 5}, seats);
  city.add_children(0, 2, 200);
  for (std::size_t row = 0; row < 200; ++row) city.seat(row, SchoolId{0});
  city.measure();
  count_enrolment(city.world);
  return city;
}

}  // namespace homeroom::examples
