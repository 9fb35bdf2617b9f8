// Where children outnumber seats, ordinary schools of the district add sections.
#include "sim/year/seats.hpp"

#include <gtest/gtest.h>

#include "tests/support/large_city.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::kAssigned;
using examples::kLottery;

/// Three schools of grades 0 to 5 with so many seats a grade, the last a lottery's, and 200
/// children of grade 2.
City city_with(int seats) {
  City city;
  city.add_neighbourhood(0, 0);
  city.make_schools(3);
  for (std::size_t s = 0; s < 3; ++s) {
    city.set_school(s, 0, {0, 5}, seats, s == 2 ? kLottery : kAssigned);
  }
  city.add_children(0, 2, 200);
  return city;
}

TEST(Seats, StretchWhereChildrenOutnumberThem) {
  City city = city_with(50);
  city.law.choice.spare_seats = Dated(0.1);
  const PerGrade<double> stretch = stretch_needed(city.world, city.law);
  // 220 seats are wanted, the lottery has 50 of them, and the district's 100 make up for the rest.
  EXPECT_DOUBLE_EQ(stretch[2], 1.7);
  EXPECT_DOUBLE_EQ(stretch[1], 1.0);
  city.world.seat_stretch = stretch;
  EXPECT_EQ(seats_open(city.world, city.law, SchoolId{0}, 2), 85);
  EXPECT_EQ(seats_open(city.world, city.law, SchoolId{2}, 2), 50);
  EXPECT_EQ(seats_open(city.world, city.law, SchoolId{0}, 1), 50);
}

TEST(Seats, DoNotShrinkWhereThereAreEnough) {
  City city = city_with(100);
  city.law.choice.spare_seats = Dated(0.0);
  EXPECT_DOUBLE_EQ(stretch_needed(city.world, city.law)[2], 1.0);
}

}  // namespace
}  // namespace homeroom
