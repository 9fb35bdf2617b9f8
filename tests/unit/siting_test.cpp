// Where schools are sited, and when those of a group open: nothing of it hangs on a city's size.
#include <gtest/gtest.h>

#include "sim/founding/place.hpp"
#include "sim/founding/siting.hpp"

namespace homeroom {
namespace {

/// Two neighbourhoods side by side with two fifths of the children each, and one far from them.
World town() {
  World world;
  world.places.x = {0.0f, 0.1f, 10.0f};
  world.places.y = {0.0f, 0.0f, 0.0f};
  world.places.weight = {0.41, 0.39, 0.2};
  world.places.status = {0.0, 0.0, 0.0};
  world.students.resize(1300);
  return world;
}

PlannedSchool school_for(double students) {
  PlannedSchool school;
  school.span = {0, 12};
  school.students = students;
  return school;
}

std::vector<int> homes_of(const std::vector<PlannedSchool>& plans) {
  World world = town();
  world.schools.resize(plans.size());
  HouseholdsParameters nature;
  nature.school_spacing = 0.01;  // hardly any chance
  site_schools(world, plans, nature, Dice(1, 1));
  std::vector<int> homes;
  for (std::size_t s = 0; s < plans.size(); ++s) homes.push_back(world.schools.place[SchoolId{s}]);
  return homes;
}

TEST(Siting, ASchoolFillsFromNeighbourhoodsAroundIt) {
  // The first has seats for both neighbourhoods: the second has nothing to do beside it.
  EXPECT_EQ(homes_of({school_for(1040), school_for(260)}), (std::vector<int>{0, 2}));
}

TEST(Siting, ASchoolStandsWhereSeatsAreStillLacking) {
  EXPECT_EQ(homes_of({school_for(533), school_for(507), school_for(260)}),
            (std::vector<int>{0, 1, 2}));
}

TEST(Siting, AnAffluentSchoolStandsWhereFewArePoor) {
  World world = town();
  world.places.status = {1.0, -1.0, 0.0};
  world.schools.resize(1);
  HouseholdsParameters nature;
  nature.school_spacing = 0.01;
  PlannedSchool school = school_for(260);
  school.affluence = 3.0;
  site_schools(world, {school}, nature, Dice(1, 1));
  EXPECT_EQ(world.schools.place[SchoolId{0}], 1);
}

TEST(Siting, TheMeanYearOfAGroupDoesNotHangOnItsSchools) {
  for (const int count : {1, 2, 4, 8, 16}) {
    double sum = 0.0;
    for (int i = 0; i < count; ++i) sum += opened_evenly(2000, 2015, i, count);
    // The middle of the years 2000.0 to 2016.0, less what is cut off whole years.
    EXPECT_GE(sum / count, 2007.5) << count;
    EXPECT_LE(sum / count, 2008.0) << count;
  }
}

}  // namespace
}  // namespace homeroom
