// Growth's zero: where it comes from, and that it is one zero.
#include <gtest/gtest.h>

#include "sim/year/learning_lookup.hpp"
#include "sim/year/year.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom {
namespace {

class GrowthsZero : public ::testing::Test {
 protected:
  LearningParameters nature = testing::shipped<LearningParameters>("learning");
  World world;
  BurnIn burn_in;

  /// A year in which the city spends so much, and grows by nothing else than that and `other`.
  void live(double dollars, double other) {
    world.office.resources_now = dollars;
    for (int m = 0; m < kSubjects; ++m) world.raw_growth[m] = growth(m, dollars) + other;
    burn_in.anchor(world, nature);
  }
  double growth(int m, double dollars) const {
    return learning::subject_weight(nature, m) *
           resources_term(nature, dollars - world.office.resource_norm);
  }
};

TEST_F(GrowthsZero, IsTheMeanOfTheLastFiveYears) {
  for (int year = 1; year <= 9; ++year) live(1000.0 * year, 0.01 * year);
  EXPECT_DOUBLE_EQ(world.office.resource_norm, 7000);
  // Whoever spends what was ordinary then and has those years' other growth stands still, although
  // the norm was another one in each of them.
  for (int m = 0; m < kSubjects; ++m) {
    EXPECT_NEAR(growth(m, 7000) + 0.07 + world.anchor[m], 0.0, 1e-12);
  }
}

TEST_F(GrowthsZero, LeavesOutTheFirstTwoYears) {
  live(90000, 9);
  live(90000, 9);
  live(500, 0);
  EXPECT_DOUBLE_EQ(world.office.resource_norm, 500);
  EXPECT_NEAR(world.anchor[kMath], 0.0, 1e-12);
}

TEST_F(GrowthsZero, IsCarriedOverWhole) {
  live(2000, 0.1);
  World other;
  set_growth_zero(other, growth_zero(world));
  EXPECT_EQ(other.anchor, world.anchor);
  EXPECT_EQ(other.office.resource_norm, 2000);
}

}  // namespace
}  // namespace homeroom
