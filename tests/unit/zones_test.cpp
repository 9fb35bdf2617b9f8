// The first assignment of a city, and the zones it draws.
#include <gtest/gtest.h>

#include "tests/support/choice_world.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::kElementary;
using examples::kLottery;
using examples::kWhole;
using examples::two_schools;

TEST(FirstAssignment, SeatsEveryChildOfEveryGrade) {
  City city = two_schools(60, 60);
  city.set_school(0, 0, kWhole, 60);
  city.set_school(1, 1, kWhole, 60);
  city.world.schools.model[SchoolId{1}] = ModelId{kLottery};
  for (int grade = 0; grade < kGrades; ++grade) city.add_children(0, grade, 100);
  city.nature.picture_information = 50;
  city.world.schools.picture[SchoolId{1}] = 10;
  city.measure();
  city.found();
  for (int grade = 0; grade < kGrades; ++grade) {
    EXPECT_EQ(city.enrolled(SchoolId{1}, grade), 60)
        << "filled although nobody is keen on lotteries";
    EXPECT_EQ(city.enrolled(SchoolId{0}, grade), 40);
  }
}

TEST(FirstAssignment, FillsExaminationSchoolsByResult) {
  City city = two_schools(100, 20);
  city.set_school(0, 0, kWhole, 100);
  city.set_school(1, 1, {7, 12}, 20);
  city.world.schools.selective[SchoolId{1}] = 1;
  city.nature.exam_apply = 50;
  for (int grade = 0; grade < kGrades; ++grade) city.add_children(0, grade, 50);
  city.measure();
  city.found();
  for (int grade = 7; grade < kGrades; ++grade) EXPECT_EQ(city.enrolled(SchoolId{1}, grade), 20);
}

TEST(Zones, BalanceChildrenAgainstSeats) {
  // Three neighbourhoods in a row; the middle one is nearer to the left school, which is full with
  // its own children.
  City city;
  city.add_neighbourhood(0, 0);
  city.add_neighbourhood(4, 0);
  city.add_neighbourhood(10, 0);
  city.make_schools(2);
  city.set_school(0, 0, kElementary, 50);
  city.set_school(1, 2, kElementary, 100);
  for (std::size_t n = 0; n < 3; ++n) city.add_children(n, 0, 50);
  city.measure();
  const auto& zone = city.world.places.zoned[0];
  EXPECT_EQ(zone[0], SchoolId{0});
  EXPECT_EQ(zone[1], SchoolId{1});
  EXPECT_EQ(zone[2], SchoolId{1});
}

TEST(Zones, AreOrdinaryDistrictSchools) {
  City city = two_schools(50, 50);
  city.add_children(0, 0, 10);
  city.world.schools.model[SchoolId{0}] = ModelId{kLottery};
  city.measure();
  EXPECT_EQ(city.world.places.zoned[0][0], SchoolId{1});
  EXPECT_FALSE(zones_are_stale(city.world, city.law));
  city.world.schools.selective[SchoolId{1}] = 1;
  EXPECT_TRUE(zones_are_stale(city.world, city.law));
}

}  // namespace
}  // namespace homeroom
