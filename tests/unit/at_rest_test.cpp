// A world that rests takes less and loses nothing that a later year reads.
#include "sim/world/at_rest.hpp"

#include <gtest/gtest.h>

namespace homeroom {
namespace {

/// Three neighbourhoods, the second empty; every grade, and every flag of traits somewhere.
World some_world() {
  World world;
  world.year = 2015;
  world.places.x.resize(3);
  Students& students = world.students;
  students.resize(40);
  for (std::size_t row = 0; row < students.size(); ++row) {
    students.arrived[row] = static_cast<std::int16_t>(2015 - row % 14);
    students.home[row] = row < 25 ? 0 : 2;
    students.traits[row] = static_cast<std::uint16_t>((row * 37) % 512);
    students.grade[row] = static_cast<std::uint8_t>(row % kGrades);
    students.rank[row] = static_cast<std::uint8_t>(row);
    students.section[row] = 3;
  }
  world.last.school.assign(2, {});
  return world;
}

void expect_same_children(const Students& now, const Students& before) {
  EXPECT_EQ(now.size(), before.size());
  EXPECT_EQ(now.arrived, before.arrived);
  EXPECT_EQ(now.home, before.home);
  EXPECT_EQ(now.traits, before.traits);
  EXPECT_EQ(now.grade, before.grade);
  EXPECT_EQ(now.rank, before.rank);
}

void lay_down_and_take_up(World& world) { take_up(world, lay_down(world)); }

TEST(AtRest, ComesBackWithEveryChildAsItWas) {
  World world = some_world();
  lay_down_and_take_up(world);
  expect_same_children(world.students, some_world().students);
  EXPECT_EQ(world.students.section, std::vector<std::uint8_t>(40, 0));
  EXPECT_EQ(world.students.arrival.size(), 40u);
  EXPECT_EQ(world.students.moved.size(), 40u);
  EXPECT_EQ(world.last.school.size(), 0u);
}

TEST(AtRest, HoldsNoColumnThatCanBeTold) {
  World world = some_world();
  const ChildrenAtRest children = lay_down(world);
  EXPECT_EQ(children.first_at_home, (std::vector<std::uint32_t>{0, 25, 25, 40}));
  EXPECT_EQ(children.years.size(), 40u);
  for (const std::size_t capacity :
       {world.students.home.capacity(), world.students.arrived.capacity(),
        world.students.grade.capacity(), world.students.section.capacity()}) {
    EXPECT_EQ(capacity, 0u);
  }
}

TEST(AtRest, KeepsColumnsThatCannotBeTold) {
  World world = some_world();
  world.students.home[0] = 2;        // not by neighbourhood
  world.students.arrived[5] = 1700;  // longer ago than a byte tells
  const Students before = world.students;
  lay_down_and_take_up(world);
  expect_same_children(world.students, before);
}

/// Two schools with rights, open or not.
World with_schools(SchoolStatus second) {
  World world = some_world();
  world.schools.resize(2);
  world.schools.status[SchoolId{0}] = SchoolStatus::Open;
  world.schools.status[SchoolId{1}] = second;
  for (auto& held : world.schools.held) held[3] = 0.5;
  return world;
}

TEST(AtRest, HoldsRightsOnlyOfSchoolsThatGovernanceDoesNotAskAgain) {
  World open = with_schools(SchoolStatus::Probation), closed = with_schools(SchoolStatus::Closed);
  ChildrenAtRest of_open = lay_down(open), of_closed = lay_down(closed);
  EXPECT_EQ(open.schools.held.size(), 0u);
  EXPECT_EQ(closed.schools.held.size(), 2u);
  take_up(open, std::move(of_open));
  take_up(closed, std::move(of_closed));
  EXPECT_EQ(open.schools.held.size(), 2u);
  EXPECT_EQ(open.schools.used.size(), 2u);
  EXPECT_EQ(closed.schools.held[SchoolId{1}][3], 0.5);
}

TEST(AtRest, HoldsWorldsWithoutChildren) {
  World world;
  lay_down_and_take_up(world);
  EXPECT_EQ(world.students.size(), 0u);
}

}  // namespace
}  // namespace homeroom
