// Hazards planted in schools' lives, and how often curves and tests hold them.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/estimators/kaplan_meier.hpp"
#include "analysis/estimators/log_rank.hpp"
#include "tests/recovery/cheap_worlds.hpp"

namespace homeroom::estimators {
namespace {

/// Whole years until a school closes at a yearly hazard; some come under watch old, all leave it.
std::vector<Spell> draw_lives(CheapWorld& world, int schools, double hazard) {
  std::vector<Spell> lives;
  while (static_cast<int>(lives.size()) < schools) {
    const double from = std::floor(world.between(0.0, 4.0));
    const double last = from + std::floor(world.between(4.0, 12.0));
    double age = from;
    bool closed = false;
    while (age < last && !closed) {
      closed = world.happens(hazard);
      age += 1;
    }
    lives.push_back({from, age, closed});
  }
  return lives;
}

TEST(SurvivalRecovery, CurvesHoldThePlantedSurvival) {
  constexpr double kHazard = 0.06;
  Coverage five, ten;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const std::vector<SurvivalStep> steps = kaplan_meier(draw_lives(world, 150, kHazard), 0.95);
    const SurvivalStep at_five = survival_at(steps, 5), at_ten = survival_at(steps, 10);
    five.add(at_five.low, at_five.high, std::pow(1 - kHazard, 5));
    ten.add(at_ten.low, at_ten.high, std::pow(1 - kHazard, 10));
  }
  expect_nominal(five, "survival of 150 schools at five years");
  expect_nominal(ten, "survival of 150 schools at ten years");
}

TEST(SurvivalRecovery, TheLogRankTestRejectsWhereNothingDiffersInFivePercent) {
  int rejected = 0, found = 0;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const std::vector<Spell> one = draw_lives(world, 100, 0.06), same = draw_lives(world, 60, 0.06),
                             more = draw_lives(world, 60, 0.14);
    rejected += log_rank({one, same}).p < 0.05 ? 1 : 0;
    found += log_rank({one, more}).p < 0.05 ? 1 : 0;
  }
  std::printf("log-rank test rejects: %.1f %% where nothing differs, %.1f %% of a hazard of .14\n",
              100.0 * rejected / kWorlds, 100.0 * found / kWorlds);
  EXPECT_NEAR(rejected / static_cast<double>(kWorlds), 0.05, 0.015);
  EXPECT_GT(found / static_cast<double>(kWorlds), 0.8);
}

}  // namespace
}  // namespace homeroom::estimators
