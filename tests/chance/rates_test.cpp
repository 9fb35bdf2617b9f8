// Events meet their rates, where one asks the dice and where a chapter does. Terms in office,
// principals and teachers: tests/theory/hazards_theory_test.cpp. False alarms:
// tests/chance/README.md.
#include <gtest/gtest.h>

#include <vector>

#include "tests/support/choice_world.hpp"
#include "tests/support/false_alarm.hpp"
#include "tests/support/governed_city.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom {
namespace {

using namespace testing;

TEST(Rates, RareAndCommonEventsHappenAsOftenAsSaid) {
  constexpr int kDraws = 200000;
  const Dice dice(20180901, 1);
  for (const double p : {0.0005, 0.01, 0.1, 0.5, 0.9, 0.999}) {
    int yes = 0;
    for (int i = 0; i < kDraws; ++i) {
      yes += dice.happens(p, Die::Mismanagement, 2015, static_cast<std::uint64_t>(i));
    }
    EXPECT_NEAR(yes / double{kDraws}, p, kErrors * share_error(p, kDraws));
  }
}

TEST(Rates, NumbersBelowACountAreEven) {
  constexpr int kDraws = 70000;
  const Dice dice(20180901, 1);
  std::vector<int> counts(7, 0);
  for (int i = 0; i < kDraws; ++i) {
    ++counts[dice.below(7, Die::ApplySchool, 2015, static_cast<std::uint64_t>(i))];
  }
  EXPECT_LT(chi_square(counts, std::vector<double>(7, kDraws / 7.0)), chi_square_limit(6));
}

TEST(Rates, FamiliesLeaveTheCityAtItsRate) {
  constexpr int kChildren = 60000;
  auto nature = shipped<CohortParameters>("cohort");
  nature.leave_unsettled = 0;
  examples::City city;
  city.add_children(0, 4, kChildren);
  for (const double rate : {0.03, 0.1}) {
    city.world.city.leave_rate = rate;
    const CohortOutcome outcome = decide_cohort(city.world, nature, city.dice);
    EXPECT_NEAR(outcome.left / double{kChildren}, rate, kErrors * share_error(rate, kChildren));
  }
}

// Unsettled families leave more often and settled ones less, so that the city's rate stays.
TEST(Rates, HousingShiftsWhoLeavesAndNotHowMany) {
  constexpr int kChildren = 60000;
  auto nature = shipped<CohortParameters>("cohort");
  nature.leave_unsettled = 0.5;
  examples::City city;
  city.add_children(0, 4, kChildren);
  city.world.city.leave_rate = 0.1;
  for (std::size_t row = 0; row < kChildren; ++row) {
    city.world.students.housing[row] = row % 2 == 0 ? 0 : 255;
  }
  const CohortOutcome outcome = decide_cohort(city.world, nature, city.dice);
  int unsettled = 0;
  for (const std::uint32_t row : outcome.newcomers) unsettled += row % 2 == 0;
  const double half = kChildren / 2.0;
  EXPECT_NEAR(unsettled / half, 0.15, kErrors * share_error(0.15, half));
  EXPECT_NEAR((outcome.left - unsettled) / half, 0.05, kErrors * share_error(0.05, half));
}

// A district acts on a school that stays below the bar with will (1 - resistance), year by year.
TEST(Rates, TheDistrictActsWithItsWillLessResistance) {
  constexpr int kCities = 4000;
  int closed = 0;
  for (int i = 0; i < kCities; ++i) {
    GovernedCity city(2, static_cast<std::uint64_t>(i));
    city.model(kOrdinary).consequence = Consequence::Close;
    city.law.accountability.bar = 0.5;
    city.law.accountability.probation_years = 0;
    city.law.accountability.closure_will = 0.4;
    city.law.governance.board = BoardType::Elected;
    city.law.governance.union_strength = 0.5;
    city.law.governance.turnout = 0.2;
    city.account();
    closed += city.events(EventKind::Closure);
  }
  const double rate = 0.4 * (1.0 - 0.5 * (1.0 - 0.2));
  EXPECT_NEAR(closed / double{kCities}, rate, kErrors * share_error(rate, kCities));
}

}  // namespace
}  // namespace homeroom
