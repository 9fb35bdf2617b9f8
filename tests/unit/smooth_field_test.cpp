// Maps of what lies near each other: a smooth part, and a rough one that is drawn apart.
#include "sim/founding/smooth_field.hpp"

#include <gtest/gtest.h>

#include "sim/core/arithmetic.hpp"

namespace homeroom {
namespace {

constexpr std::size_t kHomes = 600;

// Neighbourhoods too far apart to be smoothed have two draws of their own, of one weight: either
// correlates by sqrt(1/2) with their sum. Of 600 that has a standard error of .02.
TEST(SmoothField, HasARoughPartOfItsOwn) {
  Neighbourhoods places;
  for (std::size_t i = 0; i < kHomes; ++i) {
    places.x.push_back(100.0f * static_cast<float>(i));
    places.y.push_back(0.0f);
    places.weight.push_back(1.0);
  }
  const Dice dice(5, 1);
  const std::vector<double> field =
      smooth_fields(places, 1.0, {{Die::NeighbourhoodStatus, 0}}, 1.0, dice).front();
  double together = 0, squares = 0;
  for (std::size_t i = 0; i < kHomes; ++i) {
    const double smooth = dice.normal(Die::NeighbourhoodStatus, 0, i);
    together += smooth * field[i];
    squares += smooth * smooth;
  }
  EXPECT_NEAR(together / sqrt_of(squares * kHomes), sqrt_of(0.5), 0.1);
}

}  // namespace
}  // namespace homeroom
