// The name that was probably meant.
#include <gtest/gtest.h>

#include "sim/scenario/nearest.hpp"

namespace homeroom {
namespace {

TEST(Nearest, CountsSlips) {
  EXPECT_EQ(typing_distance("turnout", "turnout"), 0);
  EXPECT_EQ(typing_distance("turnout", "turnuot"), 1) << "a swap is one slip";
  EXPECT_EQ(typing_distance("turnout", "turnot"), 1);
  EXPECT_EQ(typing_distance("turnout", "tturnout"), 1);
  EXPECT_EQ(typing_distance("turnout", "burnout"), 1);
  EXPECT_EQ(typing_distance("", "abc"), 3);
  EXPECT_EQ(typing_distance("ca", "abc"), 3) << "optimal string alignment";
}

TEST(Nearest, TakesTheFirstAmongEquals) {
  EXPECT_EQ(nearest_of("seet", {"seat", "seed"}), "seat");
  EXPECT_EQ(nearest_of("seeds", {"seats", "seed"}), "seed");
}

TEST(Nearest, SaysNothingWhenNothingIsNear) {
  EXPECT_EQ(nearest_of("abc", {"xyz", "uvw"}), "");
  EXPECT_EQ(nearest_of("", {"a"}), "");
  EXPECT_EQ(nearest_of(std::string(1000, 'a'), {std::string(1000, 'a')}), "");
}

}  // namespace
}  // namespace homeroom
