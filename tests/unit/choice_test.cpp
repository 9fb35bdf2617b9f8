// Who ends where, on cities small enough to know the answer.
#include <gtest/gtest.h>

#include <limits>

#include "sim/year/seats.hpp"
#include "tests/support/choice_world.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::kElementary;
using examples::kGrowing;
using examples::only_distance;
using examples::two_schools;

TEST(Choice, WithSeatsForAllEveryoneGoesToTheNearestSchool) {
  City city = two_schools(50, 50);
  city.add_children(0, 0, 40);
  city.add_children(1, 0, 30);
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 40);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 30);
  EXPECT_EQ(city.world.results.got_first, 70);
  EXPECT_EQ(city.world.results.school[SchoolId{0}].entrants, 40);
  EXPECT_EQ(city.world.results.school[SchoolId{0}].first_choices, 40);
  EXPECT_EQ(city.world.students.arrival[0], Arrival::Chosen);
  EXPECT_EQ(city.world.students.rank[0], 1);
}

TEST(Choice, WhoFindsTheFirstChoiceFullGetsTheSecond) {
  City city = two_schools(25, 50);
  city.add_children(0, 0, 40);
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 25);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 15);
  EXPECT_EQ(city.world.results.got_first, 25);
  EXPECT_EQ(city.world.results.got_any, 40);
  EXPECT_EQ(city.world.results.unassigned, 0);
}

TEST(Choice, WhoHoldsASeatKeepsIt) {
  City city = two_schools(25, 50);
  city.add_children(0, 1, 40);
  for (std::size_t row = 0; row < 40; ++row) city.seat(row, SchoolId{row < 25 ? 1u : 0u});
  city.measure();
  city.nature.transfer = 50;  // everyone asks for the nearer school
  city.choose();
  for (std::size_t row = 25; row < 40; ++row) {
    EXPECT_EQ(city.school_of(row), SchoolId{0});
    EXPECT_EQ(city.world.students.arrival[row], Arrival::Continued);
  }
  EXPECT_EQ(city.enrolled(SchoolId{0}, 1), 25) << "ten of those who asked won a free seat";
}

TEST(Choice, TwoChildrenMayExchangeFullSchools) {
  City city = two_schools(1, 1);
  city.add_child(0, 1);
  city.add_child(1, 1);
  city.seat(0, SchoolId{1});
  city.seat(1, SchoolId{0});
  city.measure();
  city.nature.transfer = 50;
  city.choose();
  EXPECT_EQ(city.school_of(0), SchoolId{0});
  EXPECT_EQ(city.school_of(1), SchoolId{1});
}

TEST(Choice, NeighbourhoodAssignmentFillsTheZoneAndOverflowsToTheNearest) {
  City city = two_schools(25, 50);
  city.add_children(0, 0, 40);
  city.add_children(1, 0, 5);
  city.measure();
  city.law.choice.assignment = Assignment::Neighbourhood;
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 25);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 20);
  EXPECT_EQ(city.world.results.participants, 0);
  EXPECT_EQ(city.world.students.arrival[0], Arrival::Assigned);
  EXPECT_EQ(city.world.students.rank[0], kNoRank);
}

TEST(Choice, WhoDoesNotTakePartGetsTheZonedSchool) {
  City city = two_schools(50, 50);
  city.add_children(0, 0, 20);
  city.measure();
  city.nature.participate = -50;
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 20);
  EXPECT_EQ(city.world.results.choosers, 20);
  EXPECT_EQ(city.world.results.participants, 0);
}

TEST(Choice, ChildrenOfAClosedSchoolAreDisplaced) {
  City city = two_schools(50, 50);
  city.add_children(0, 3, 20);
  for (std::size_t row = 0; row < 20; ++row) city.seat(row, SchoolId{0});
  city.measure();
  city.world.schools.status[SchoolId{0}] = SchoolStatus::Closed;
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{1}, 3), 20);
  EXPECT_EQ(city.world.students.arrival[0], Arrival::Displaced);
  EXPECT_EQ(city.world.students.moved[0], 1);
  EXPECT_EQ(city.world.places.zoned[0][0], SchoolId{1}) << "the zone was drawn anew";
}

TEST(Choice, ALeaverOfTheLastGradeIsNotDisplacedByTheClosureThatFollows) {
  City city = two_schools(50, 50);
  city.world.schools.span[SchoolId{1}] = {6, 8};
  city.set_school(1, 1, {6, 8}, 50);
  const std::size_t row = city.add_child(0, 6);
  city.seat(row, SchoolId{0});
  city.measure();
  city.world.schools.status[SchoolId{0}] = SchoolStatus::Closed;
  city.choose();
  EXPECT_EQ(city.school_of(row), SchoolId{1});
  EXPECT_EQ(city.world.students.moved[row], 0);
  EXPECT_EQ(city.world.students.arrival[row], Arrival::Chosen);
}

TEST(Choice, WithoutAnySeatTheZonedSchoolTakesThemOverCapacity) {
  City city = two_schools(10, 10);
  city.add_children(0, 0, 30);
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 20);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 10);
  EXPECT_EQ(city.world.results.unassigned, 10);
}

TEST(Choice, AGrowingSchoolOpensOneGradeAYear) {
  City city = two_schools(50, 50);
  city.world.schools.model[SchoolId{1}] = ModelId{kGrowing};
  city.world.schools.opened[SchoolId{1}] = city.world.year - 2;
  for (int grade = 0; grade <= 5; ++grade) {
    EXPECT_EQ(seats_open(city.world, city.law, SchoolId{1}, grade), grade <= 2 ? 50 : 0);
  }
  city.world.schools.status[SchoolId{1}] = SchoolStatus::Planning;
  EXPECT_EQ(seats_open(city.world, city.law, SchoolId{1}, 0), 0);
}

TEST(Choice, ImmediateAcceptanceGivesSeatsForGood) {
  // Three schools of one seat: whoever ranks a school second comes too late.
  City city;
  city.add_neighbourhood(0, 0);
  city.make_schools(2);
  city.set_school(0, 0, kElementary, 5);
  city.set_school(1, 0, kElementary, 5);
  city.nature = only_distance(0);
  city.add_children(0, 0, 10);
  city.measure();
  city.world.keep.applications = true;
  city.law.choice.assignment = Assignment::ImmediateAcceptance;
  city.choose();
  int first[2] = {0, 0}, got[2] = {0, 0};
  for (const Application& a : city.world.results.applications) {
    if (a.rank != 1) continue;
    ++first[a.school.row()];
    got[a.school.row()] += a.enrolled;
  }
  for (int s = 0; s < 2; ++s) EXPECT_EQ(got[s], std::min(first[s], 5));
}

// Analysts read the table as it stands: home after home, whatever order markets are kept in.
TEST(Choice, ApplicationsAreToldByHomeGradeAndRow) {
  City city;
  city.add_neighbourhood(0, 0);
  city.add_neighbourhood(3, 0);
  city.make_schools(2);
  city.set_school(0, 0, kElementary, 9);
  city.set_school(1, 1, kElementary, 9);
  for (const int grade : {4, 0, 2}) {
    for (const int home : {1, 0}) city.add_children(home, grade, 3);
  }
  city.measure();
  city.world.keep.applications = true;
  city.choose();
  const Students& students = city.world.students;
  std::vector<std::array<std::uint32_t, 5>> order;
  for (const Application& a : city.world.results.applications) {
    order.push_back({a.market, students.home[a.row], students.grade[a.row], a.row, a.rank});
  }
  ASSERT_GE(order.size(), 18u);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST(Choice, ASchoolWithoutAPictureIsNoFault) {
  City city = two_schools(50, 50);
  city.add_children(0, 0, 40);
  city.measure();
  city.nature.picture_information = 1;
  city.world.schools.picture[SchoolId{1}] = std::numeric_limits<double>::quiet_NaN();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 40);
}

TEST(Choice, AnOfferIsWithheldFromOneChildAndNotFromItsSuccessor) {
  City city = two_schools(10, 10);
  const std::size_t row = city.add_child(1, 0);
  city.measure();
  const int arrived = city.world.students.arrived[row];
  const auto seated = [&](int year) {
    city.world.withheld = {{0, static_cast<std::int16_t>(year), SchoolId{1}}};
    return city.decide().school[row];
  };
  EXPECT_EQ(seated(arrived), 0);
  EXPECT_EQ(seated(arrived - 13), 1) << "it was lost by whoever had the row before";
}

}  // namespace
}  // namespace homeroom
