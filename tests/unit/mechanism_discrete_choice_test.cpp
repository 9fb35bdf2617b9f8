#include "sim/mechanism/discrete_choice.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>
#include <vector>

namespace homeroom::mechanism {
namespace {

using Indices = std::vector<std::uint32_t>;
constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// The first lane's list; the other lanes have the same utilities, a step lower each.
Indices side_by_side(const std::vector<float>& utility, float floor, std::size_t k) {
  std::vector<float> lanes;
  for (const float u : utility) {
    for (std::size_t lane = 0; lane < kSideBySide; ++lane) {
      lanes.push_back(u - static_cast<float>(lane));
    }
  }
  const std::vector<float> floors(kSideBySide, floor);
  Indices best(k * kSideBySide);
  top_choices_side_by_side(lanes.data(), utility.size(), floors.data(), k, best.data());
  Indices first;
  for (std::size_t place = 0; place < k; ++place) first.push_back(best[place * kSideBySide]);
  return first;
}

TEST(DiscreteChoice, RanksSideBySideWhatIsAboveTheFloor) {
  constexpr std::uint32_t kNone = kNoCandidate;
  EXPECT_EQ(side_by_side({1, 3, 2, 3, 0}, 1.0f, 5), (Indices{1, 3, 2, kNone, kNone}));
  EXPECT_EQ(side_by_side({1, 3, 2, 3, 0}, 1.0f, 2), (Indices{1, 3}));
  EXPECT_EQ(side_by_side({-5, -3, -4, 0.5f}, -kInfinity, 3), (Indices{3, 1, 2}));
  EXPECT_EQ(side_by_side({1, 2}, 2.0f, 2), (Indices{kNone, kNone}));
  EXPECT_EQ(side_by_side({1, -kInfinity}, -kInfinity, 2), (Indices{0, kNone}));
  EXPECT_EQ(side_by_side({}, 0.0f, 1), Indices{kNone});
  std::vector<float> large(500, 0.0f);
  large[321] = large[123] = 1.0f;
  EXPECT_EQ(side_by_side(large, 0.5f, 3), (Indices{123, 321, kNone}));
  EXPECT_EQ(side_by_side({0.0f, -0.0f}, -1.0f, 1), Indices{0});
  EXPECT_THROW(side_by_side({1, std::numeric_limits<float>::quiet_NaN()}, 0, 1), std::logic_error);
}

TEST(DiscreteChoice, EveryLaneHasItsOwnFloorAndOrder) {
  std::vector<float> lanes(2 * kSideBySide), floor(kSideBySide, 0.0f);
  for (std::size_t lane = 0; lane < kSideBySide; ++lane) {
    lanes[lane] = static_cast<float>(lane);
    lanes[kSideBySide + lane] = 7.5f;
  }
  floor[3] = 8.0f;
  Indices best(kSideBySide);
  top_choices_side_by_side(lanes.data(), 2, floor.data(), 1, best.data());
  for (std::size_t lane = 0; lane < kSideBySide; ++lane) {
    EXPECT_EQ(best[lane], lane == 3 ? kNoCandidate : lane > 7 ? 0u : 1u) << lane;
  }
}

}  // namespace
}  // namespace homeroom::mechanism
