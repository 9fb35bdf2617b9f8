// The survival estimator where the answer is known: without censoring it is the plain share still
// there, with censoring it still finds the hazard, and it repeats a published table.
// Limits of chance: tests/support/false_alarm.hpp.
#include "sim/observe/survival.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/chance/draw.hpp"
#include "tests/support/false_alarm.hpp"

namespace homeroom {
namespace {

using testing::kErrors;

// Remission of leukaemia under 6-MP (Freireich et al. 1963, Blood 21; the standard example, Cox and
// Oakes 1984, table 1.1): 21 patients, with times of censoring between the endings.
TEST(KaplanMeier, RepeatsThePublishedTable) {
  const std::vector<std::array<double, 3>> table = {{21, 3, 0.857}, {17, 1, 0.807}, {15, 1, 0.753},
                                                    {12, 1, 0.690}, {11, 1, 0.627}, {7, 1, 0.538},
                                                    {6, 1, 0.448}};
  Survival survival;
  for (const auto& [at_risk, ended, share] : table) {
    survival.add(static_cast<int>(at_risk), static_cast<int>(ended));
    EXPECT_NEAR(survival.share(), share, 0.0006);
  }
  EXPECT_NEAR(survival.error(), 0.135, 0.001);  // Greenwood's, as published
}

/// Lives with hazard `h` a year, looked at for at most `seen(i)` years.
template <class Seen>
Survival observe(double h, int lives, int years, Seen&& seen) {
  const Dice dice(20180901, 1);
  std::vector<int> at_risk(static_cast<std::size_t>(years)), ended(at_risk.size());
  for (int i = 0; i < lives; ++i) {
    for (int year = 0; year < std::min(years, seen(i)); ++year) {
      ++at_risk[static_cast<std::size_t>(year)];
      if (!dice.happens(h, Die::EnrolmentClosure, year, static_cast<std::uint64_t>(i))) continue;
      ++ended[static_cast<std::size_t>(year)];
      break;
    }
  }
  Survival survival;
  for (std::size_t year = 0; year < at_risk.size(); ++year)
    survival.add(at_risk[year], ended[year]);
  return survival;
}

TEST(KaplanMeier, WithoutCensoringIsTheShareStillThere) {
  constexpr int kLives = 2000, kYears = 10;
  const Survival all = observe(0.1, kLives, kYears, [](int) { return kYears; });
  EXPECT_NEAR(all.error(), std::sqrt(all.share() * (1 - all.share()) / kLives), 1e-12);
  EXPECT_NEAR(all.share() * kLives, std::round(all.share() * kLives), 1e-9);
}

TEST(KaplanMeier, FindsTheHazardBehindCensoredLives) {
  constexpr int kLives = 4000, kYears = 12;
  const Survival some = observe(0.08, kLives, kYears, [](int i) { return 2 + i % 20; });
  EXPECT_NEAR(some.share(), std::pow(0.92, kYears), kErrors * some.error());
  EXPECT_LT(some.error(), 0.01);
}

}  // namespace
}  // namespace homeroom
