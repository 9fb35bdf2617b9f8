// Who came how, school by school.
#include "sim/year/enrolment.hpp"

#include <gtest/gtest.h>

#include "tests/support/choice_world.hpp"

namespace homeroom {
namespace {

TEST(Enrolment, FirstChoicesAreThoseOfRankOne) {
  examples::City city = examples::two_schools(50, 50);
  city.add_children(0, 0, 6);
  Students& students = city.world.students;
  for (std::size_t row = 0; row < 6; ++row) city.seat(row, SchoolId{0});
  students.arrival = {Arrival::Chosen,    Arrival::Chosen,   Arrival::Chosen,
                      Arrival::Displaced, Arrival::Assigned, Arrival::Chosen};
  students.rank = {1, 2, 3, 1, kNoRank, kNoRank};
  count_entrants(city.world);
  EXPECT_EQ(city.world.results.school[SchoolId{0}].entrants, 4);
  EXPECT_EQ(city.world.results.school[SchoolId{0}].first_choices, 2);
  EXPECT_EQ(city.world.results.school[SchoolId{1}].entrants, 0);
}

}  // namespace
}  // namespace homeroom
