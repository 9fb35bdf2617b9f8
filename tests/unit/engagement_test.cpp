// Engagement: what being where one wanted to be does to effort.
#include "sim/year/engagement.hpp"

#include <gtest/gtest.h>

#include <cstdint>

#include "tests/support/three_schools.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::three_schools;

TEST(Engagement, FollowsItsEquation) {
  City city = three_schools(200);
  Students& students = city.world.students;
  students.engagement.assign(200, 32);
  students.rank[0] = 1;
  students.rank[1] = 2;
  city.world.schools.climate[SchoolId{0}] = 0.5;
  EngagementParameters nature = city.mobility.engagement;
  nature.noise = 0;
  const auto next = decide_engagement(city.world, nature, city.dice).engagement;
  EXPECT_EQ(next[0], 26);  // 32 (.7 + .3 (.25 + .1)) = 25.8
  EXPECT_EQ(next[1], 24);  // 32 (.7 + .3 (.10 + .1)) = 24.3
  EXPECT_EQ(next[2], 21);  // 32 (.7 + .3 (-.20 + .1)) = 21.4
  // What a child came with stays with it: 32 (.5 + .7 (1 - .5) + .3 (.25 + .1)) = 30.6.
  students.drive.assign(200, 16);
  EXPECT_EQ(decide_engagement(city.world, nature, city.dice).engagement[0], 31);
}

TEST(Engagement, NoiseHasItsSize) {
  City city = three_schools(200);
  city.add_children(0, 2, 3800);
  city.world.students.school.assign(4000, 0);
  EngagementParameters nature{0, 1, 0, 0, 0, 0, 1};
  double sum = 0, squares = 0;
  for (const std::int8_t steps : decide_engagement(city.world, nature, city.dice).engagement) {
    const double e = steps / 32.0;
    sum += e;
    squares += e * e;
  }
  EXPECT_NEAR(sum / 4000, 0, 0.08);  // five standard errors
  EXPECT_NEAR(squares / 4000, 1, 0.12);
}

}  // namespace
}  // namespace homeroom
