// Schools that a place describes, before any child is there.
#include "sim/founding/planned_schools.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace homeroom {
namespace {

TEST(PlannedSchools, OfAGroupHaveItsChildren) {
  Place place;
  place.opening_slots = 0;
  SchoolGroup group;
  group.model = "usual";
  group.name = "Elm";
  group.count = 5;
  group.students = 2100;
  group.size_spread = 0.4;
  place.schools = {group};
  Law law;
  double children = 0, least = 1e9, most = 0;
  const auto schools = planned_schools(place, {}, law, Dice(3, 1));
  ASSERT_EQ(schools.size(), 5u);
  for (const PlannedSchool& school : schools) {
    children += school.students;
    least = std::min(least, school.students);
    most = std::max(most, school.students);
  }
  EXPECT_NEAR(children, 2100.0, 1e-9);
  EXPECT_LT(least, most);
}

}  // namespace
}  // namespace homeroom
