// Where children with special needs end, by what their families want and by the district's
// placement.
#include <gtest/gtest.h>

#include "tests/support/choice_world.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::only_distance;
using examples::two_schools;

constexpr std::size_t kHere = 200;

/// Two schools, the second of a model that draws special needs by `draw`; 200 children live by the
/// first, the first half of them with special needs, and no way costs anything.
City two_models(double draw, int seats_there = 200) {
  City city = two_schools(200, seats_there);
  city.nature = only_distance(0);
  city.law.models.push_back(city.law.models[examples::kAssigned]);
  city.law.models.back().special_draw = draw;
  city.world.schools.model[SchoolId{1}] = ModelId{city.law.models.size() - 1};
  city.add_children(0, 0, kHere);
  for (std::size_t row = 0; row < kHere / 2; ++row) {
    city.world.students.traits[row] |=
        row % 2 == 0 ? trait::kSpecialModerate : trait::kSpecialSevere;
  }
  city.measure();
  return city;
}

int there(const City& city, std::uint16_t flags) {
  int count = 0;
  for (std::size_t row = 0; row < kHere; ++row) {
    const bool counts = flags == 0 ? !city.world.students.has(row, trait::kSpecial)
                                   : city.world.students.has(row, flags);
    count += counts && city.school_of(row) == SchoolId{1};
  }
  return count;
}

TEST(SpecialNeeds, TheDistrictSendsAShareOfThemToTheSchoolThatDrawsThem) {
  City city = two_models(1.0);
  city.law.choice.assignment = Assignment::Neighbourhood;
  city.choose();
  EXPECT_NEAR(there(city, trait::kSpecial), 63, 24) << "1 - 1/e, five standard errors";
  EXPECT_EQ(there(city, 0), 0);
  EXPECT_EQ(city.world.students.arrival[0], Arrival::Assigned);
}

TEST(SpecialNeeds, TheWayThereCountsAgainstIt) {
  City city = two_models(1.0);
  city.law.choice.assignment = Assignment::Neighbourhood;
  city.nature = only_distance(0.09);  // ten kilometres
  city.choose();
  EXPECT_NEAR(there(city, trait::kSpecial), 10, 10) << "1 - exp(-.1)";
  EXPECT_GT(there(city, trait::kSpecial), 0);
  city = two_models(1.0);
  city.law.choice.assignment = Assignment::Neighbourhood;
  city.nature = only_distance(0.11);
  city.choose();
  EXPECT_EQ(there(city, trait::kSpecial), 0) << "farther than it is worth";
}

TEST(SpecialNeeds, SevereNeedsComeFirst) {
  City city = two_models(3.0, 10);
  city.law.choice.assignment = Assignment::Neighbourhood;
  city.choose();
  EXPECT_EQ(there(city, trait::kSpecialSevere), 10);
  EXPECT_EQ(there(city, trait::kSpecialModerate), 0);
}

TEST(SpecialNeeds, WhereAllDrawAlikeNobodyIsSent) {
  City city = two_models(0.0);
  for (SchoolModel& model : city.law.models) model.special_draw = 2.0;
  city.law.choice.assignment = Assignment::Neighbourhood;
  city.choose();
  EXPECT_EQ(there(city, trait::kSpecial), 0);
}

TEST(SpecialNeeds, AModelThatDrawsThemLessLosesThem) {
  City city = two_models(0.0);
  city.law.models[examples::kAssigned].special_draw = -1.0;
  city.law.choice.assignment = Assignment::Neighbourhood;
  city.choose();
  EXPECT_NEAR(there(city, trait::kSpecial), 63, 24);
  EXPECT_EQ(there(city, 0), 0);
}

TEST(SpecialNeeds, FamiliesListTheSchoolThatDrawsThemHigher) {
  City alike = two_models(0.0), draws = two_models(1.0);
  alike.choose();
  draws.choose();
  EXPECT_EQ(there(draws, 0), there(alike, 0)) << "others choose as they did";
  EXPECT_NEAR(there(alike, trait::kSpecial), 50, 25);
  EXPECT_NEAR(there(draws, trait::kSpecial), 73, 23) << "e / (1 + e)";
  for (std::size_t row = 0; row < kHere; ++row) {
    EXPECT_GE(draws.world.students.school[row], alike.world.students.school[row]);
  }
}

TEST(SpecialNeeds, ASpecialSchoolIsSentNoMoreThanItHasSeatsFor) {
  City city = two_schools(200, 5);
  city.world.schools.special_school[SchoolId{1}] = 1;
  city.add_children(0, 2, 60);
  for (std::size_t row = 0; row < 60; ++row) {
    city.seat(row, SchoolId{0});
    city.world.students.traits[row] |= trait::kSpecialSevere;
  }
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{1}, 2), 5);
  EXPECT_EQ(city.enrolled(SchoolId{0}, 2), 55) << "nobody is sent away who finds no seat there";
}

}  // namespace
}  // namespace homeroom
