// Who is served first where seats are short.
#include <gtest/gtest.h>

#include "tests/support/choice_world.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::kWhole;
using examples::two_schools;

TEST(Choice, SiblingsAreServedFirst) {
  City city = two_schools(5, 50);
  city.add_children(0, 0, 40);
  for (std::size_t row = 1; row < 10; row += 2) {  // odd rows go on in school 0
    city.world.students.grade[row] = 3;
    city.seat(row, SchoolId{0});
    city.world.students.traits[row] |= trait::kSibling;
    city.world.students.traits[row - 1] |= trait::kSibling;
  }
  city.measure();
  city.choose();
  for (std::size_t row = 0; row < 10; row += 2) EXPECT_EQ(city.school_of(row), SchoolId{0});
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 5);
}

TEST(Choice, TheZoneIsServedFirstInItsShareOfSeats) {
  for (const double share : {0.0, 0.5, 1.0}) {
    City city = two_schools(200, 40);
    city.add_children(0, 0, 200);
    city.add_children(1, 0, 40);
    city.measure();
    // School 1 is everyone's first choice.
    city.nature.picture_information = 50;
    city.world.schools.picture[SchoolId{1}] = 10;
    city.law.choice.zone_priority = share;
    city.choose();
    int near = 0;
    for (std::size_t row = 200; row < 240; ++row) near += city.school_of(row) == SchoolId{1};
    EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 40);
    EXPECT_GE(near, static_cast<int>(share * 40));
    EXPECT_LE(near, 15 + static_cast<int>(share * 40));
  }
}

TEST(Choice, ExaminationSeatsGoToTheBestResults) {
  City city = two_schools(200, 30);
  city.set_school(0, 0, kWhole, 200);
  city.set_school(1, 1, {7, 12}, 30);
  city.world.schools.selective[SchoolId{1}] = 1;
  city.nature.exam_apply = 50;
  city.nature.picture_information = 50;
  city.world.schools.picture[SchoolId{1}] = 10;
  city.add_children(0, 7, 100);
  for (std::size_t row = 0; row < 100; ++row) {
    city.seat(row, SchoolId{0});  // their own school goes on
    for (int m = 0; m < kSubjects; ++m) {
      city.world.students.score[m][row] = static_cast<std::int16_t>(row * 10);
    }
  }
  city.measure();
  city.choose();
  for (std::size_t row = 0; row < 100; ++row) {
    EXPECT_EQ(city.school_of(row), SchoolId{row >= 70 ? 1u : 0u});
  }
}

TEST(Choice, ExaminationSchoolsAdmitAtTheirEntryGradesOnly) {
  City city = two_schools(200, 30);
  city.set_school(0, 0, kWhole, 200);
  city.set_school(1, 1, {7, 12}, 30);
  city.world.schools.selective[SchoolId{1}] = 1;
  city.nature.exam_apply = 50;
  city.nature.picture_information = 50;
  city.world.schools.picture[SchoolId{1}] = 10;
  for (int grade = 7; grade <= 12; ++grade) city.add_children(0, grade, 10);
  for (std::size_t row = 0; row < 60; ++row) city.seat(row, SchoolId{0});
  city.measure();
  city.choose();
  for (int grade = 7; grade <= 12; ++grade) {
    EXPECT_EQ(city.enrolled(SchoolId{1}, grade), grade == 7 || grade == 9 ? 10 : 0);
  }
}

}  // namespace
}  // namespace homeroom
