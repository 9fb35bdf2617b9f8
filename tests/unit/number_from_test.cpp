#include "sim/core/number_from.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace homeroom {
namespace {

TEST(NumberFrom, TakesTheWholeOfATextOrNothing) {
  EXPECT_EQ(number_from<double>("1e3"), 1000.0);
  EXPECT_EQ(number_from<int>("-7"), -7);
  EXPECT_EQ(number_from<std::uint64_t>("18446744073709551615"), UINT64_MAX);
  for (const char* text : {"", " 1", "1 ", "12 %", "+1", "one"}) {
    EXPECT_EQ(number_from<double>(text), std::nullopt) << text;
  }
}

TEST(NumberFrom, RefusesWhatTheTypeCannotHold) {
  EXPECT_EQ(number_from<int>("1.5"), std::nullopt);
  EXPECT_EQ(number_from<int>("3000000000"), std::nullopt);
  EXPECT_EQ(number_from<std::uint64_t>("-1"), std::nullopt);
}

}  // namespace
}  // namespace homeroom
