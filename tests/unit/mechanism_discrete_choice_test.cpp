#include "sim/mechanism/discrete_choice.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace homeroom::mechanism {
namespace {

using Indices = std::vector<std::uint32_t>;
constexpr float kInfinity = std::numeric_limits<float>::infinity();

Indices top(const std::vector<float>& utility, std::size_t k) {
  Indices best(k, 99);
  best.resize(top_choices(utility, best));
  return best;
}

TEST(DiscreteChoice, RanksByUtilityAndBreaksTiesByIndex) {
  EXPECT_EQ(top({1, 3, 2, 3, -kInfinity}, 5), (Indices{1, 3, 2, 0, 4}));
  EXPECT_EQ(top({1, 3, 2, 3}, 1), (Indices{1}));
  EXPECT_EQ(top({0.0f, -0.0f}, 1), (Indices{0}));
}

TEST(DiscreteChoice, WritesNoMoreThanThereIs) {
  EXPECT_EQ(top({1, 2}, 4), (Indices{1, 0}));
  EXPECT_EQ(top({1, 2}, 0), Indices{});
  EXPECT_EQ(top({}, 3), Indices{});
}

TEST(DiscreteChoice, SortsLargeSetsAlike) {
  std::vector<float> utility(500, 0.0f);
  utility[321] = utility[123] = 1.0f;
  EXPECT_EQ(top(utility, 4), (Indices{123, 321, 0, 1}));
}

TEST(DiscreteChoice, RanksOnlyWhatIsAboveTheFloor) {
  const auto above = [](const std::vector<float>& utility, float floor, std::size_t k) {
    Indices best(k, 99);
    best.resize(top_choices_above(utility, floor, best));
    return best;
  };
  EXPECT_EQ(above({1, 3, 2, 3, 0}, 1.0f, 5), (Indices{1, 3, 2}));
  EXPECT_EQ(above({1, 3, 2, 3, 0}, 1.0f, 2), (Indices{1, 3}));
  EXPECT_EQ(above({1, 2}, 2.0f, 2), Indices{});
  EXPECT_EQ(above({1, -kInfinity}, -kInfinity, 2), Indices{0});
  std::vector<float> large(500, 0.0f);
  large[321] = large[123] = 1.0f;
  EXPECT_EQ(above(large, 0.5f, 4), (Indices{123, 321}));
}

TEST(DiscreteChoice, RefusesNaN) {
  EXPECT_THROW(top({1, std::numeric_limits<float>::quiet_NaN()}, 1), std::logic_error);
}

TEST(DiscreteChoice, TreatsRowsApart) {
  EXPECT_EQ(top_choices_by_row(std::vector<float>{1, 2, 3, 6, 5, 4}, 3, 2), (Indices{2, 1, 0, 1}));
  EXPECT_EQ(top_choices_by_row(std::vector<float>{1, 2, 2, 1}, 2, 3), (Indices{1, 0, 0, 1}));
  EXPECT_THROW(top_choices_by_row(std::vector<float>{1, 2, 3}, 2, 1), std::logic_error);
}

}  // namespace
}  // namespace homeroom::mechanism
