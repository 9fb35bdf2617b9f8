// Children whose school closed: who they are, and what the next school spares them.
#include "sim/year/displacement.hpp"

#include <gtest/gtest.h>

#include "sim/year/learning.hpp"
#include "tests/support/choice_world.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom {
namespace {

const SchoolId kClosed{0}, kNext{1};

/// School 0 closed with last year; its children are now in grades 4 and, beyond its span, 5.
examples::City city_with_a_closure() {
  examples::City city;
  city.add_neighbourhood(0, 0);
  city.make_schools(2);
  city.set_school(0, 0, {0, 4}, 50);
  city.set_school(1, 0, {0, 5}, 50);
  city.add_children(0, 4, 20);
  city.add_children(0, 5, 5);
  for (std::size_t row = 0; row < 25; ++row) city.seat(row, kClosed);
  city.world.schools.status[kClosed] = SchoolStatus::Closed;
  city.world.schools.status_since[kClosed] = city.world.year - 1;
  return city;
}

TEST(Displacement, ConcernsWhoCouldHaveStayed) {
  examples::City city = city_with_a_closure();
  EXPECT_EQ(decide_displacement(city.world).size(), 20u) << "fifth grade was never taught there";
  ++city.world.year;
  EXPECT_TRUE(decide_displacement(city.world).empty()) << "a closure displaces once";
}

class DisplacedChildren : public ::testing::Test {
 protected:
  LearningParameters nature = testing::shipped<LearningParameters>("learning");
  double loss(double gained) const { return nature.own_move + displaced_term(nature, gained); }
};

TEST_F(DisplacedChildren, LoseLessTheBetterTheNextSchool) {
  EXPECT_EQ(loss(0), nature.own_move);
  EXPECT_LT(loss(0.1), nature.own_move);
  EXPECT_GT(loss(-0.1), nature.own_move);
  EXPECT_NEAR(loss(10), 0.0, 1e-12);
  EXPECT_NEAR(loss(-10), 2 * nature.own_move, 1e-12);
  nature.displaced_relief = 0;
  EXPECT_EQ(loss(0.1), nature.own_move) << "as any mover";
}

TEST(Displacement, KnowsTheGainOnlyFromSchoolsThatTaught) {
  examples::City city = city_with_a_closure();
  city.world.last.school.assign(city.world.schools.size(), {});
  auto& last = city.world.last.school;
  last[kClosed].growth[kMath][0] = -0.05;
  last[kNext].growth[kMath][0] = 0.02;
  EXPECT_EQ(growth_gained(city.world, kClosed, kNext), 0.0);
  last[kClosed].enrolment = last[kNext].enrolment = 100;
  EXPECT_NEAR(growth_gained(city.world, kClosed, kNext), 0.07, 1e-15);
}

}  // namespace
}  // namespace homeroom
