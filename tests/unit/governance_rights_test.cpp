// What a right on paper is worth: honoured, taken up, trimmed.
#include "sim/year/governance.hpp"

#include <gtest/gtest.h>

#include "sim/core/arithmetic.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;
using testing::kSeparate;

const SchoolId kFirst{0}, kSecond{1};
constexpr int kStaffing = 0, kCurriculum = 2;

TEST(Rights, OrdinaryPracticeNeedsNobodysLeave) {
  GovernedCity city;
  for (auto& right : city.model(kOrdinary).paper) right = 0.3;
  const Rights rights = rights_of(city.world, city.law, city.governance, kFirst);
  EXPECT_EQ(rights.friction, 0.0);
  EXPECT_EQ(rights.held, rights.paper);
}

TEST(Rights, ASeparateSchoolHoldsWhatItsPaperSays) {
  GovernedCity city;
  city.put(kFirst, kSeparate, 2000);
  const Rights rights = rights_of(city.world, city.law, city.governance, kFirst);
  for (double h : rights.honoured) EXPECT_EQ(h, 1.0);
  EXPECT_EQ(rights.friction, 0.0);
  EXPECT_EQ(rights.held[index_of(Right::S6)], 1.0);
}

TEST(Rights, WhatTheOfficeLetsStandFollowsTheEquation) {
  GovernedCity city;
  city.put(kFirst, kFree, 2000);
  const Rights rights = rights_of(city.world, city.law, city.governance, kFirst);
  // Board plan .15, buy-in .45, reach of staffing .9 and of curriculum .4.
  EXPECT_NEAR(rights.honoured[kStaffing], 1 - 0.85 * 0.55 * 0.9, 1e-12);
  EXPECT_NEAR(rights.honoured[kCurriculum], 1 - 0.85 * 0.55 * 0.4, 1e-12);
  double friction = 0;
  for (int d = 0; d < kAutonomies; ++d) friction += kAutonomyWeight[d] * (1 - rights.honoured[d]);
  EXPECT_NEAR(rights.friction, friction, 1e-12);
}

TEST(Rights, ALapsedAgreementProtectsNobody) {
  GovernedCity city;
  city.put(kFirst, kFree, 2000);
  city.world.schools.agreement_lapsed[kFirst] = 1;
  const Rights rights = rights_of(city.world, city.law, city.governance, kFirst);
  // Buy-in .45 and reach of staffing .9; the board's plan protects no more.
  EXPECT_NEAR(rights.honoured[kStaffing], 1 - 0.55 * 0.9, 1e-12);
}

TEST(Rights, ASchoolOfTwoModelsHasTheLargerOfBoth) {
  GovernedCity city;
  city.model(kFree).paper[index_of(Right::L1)] = 0.2;
  city.put(kFirst, kFree, 2000);
  city.world.schools.second_model[kFirst] = kOrdinary;
  city.model(kOrdinary).paper[index_of(Right::L1)] = 0.6;
  const Rights rights = rights_of(city.world, city.law, city.governance, kFirst);
  EXPECT_DOUBLE_EQ(rights.paper[index_of(Right::L1)], 0.6);
  EXPECT_DOUBLE_EQ(rights.paper[index_of(Right::S1)], 1.0);
}

TEST(Rights, TheGateHalvesCurriculumRightsOfLowRatedSchools) {
  GovernedCity city;
  city.put(kFirst, kFree, 2000);
  city.model(kFree).curriculum_gate = 0.3;
  city.world.schools.rating[kFirst] = 20;
  const auto c1 = [&] {
    return rights_of(city.world, city.law, city.governance, kFirst).paper[index_of(Right::C1)];
  };
  EXPECT_DOUBLE_EQ(c1(), 1.0) << "a school without a rating is not gated";
  city.world.schools.rated_years[kFirst] = 1;
  EXPECT_DOUBLE_EQ(c1(), 0.5);
  city.world.schools.rating[kFirst] = 31;
  EXPECT_DOUBLE_EQ(c1(), 1.0);
}

TEST(Rights, TakingUpTakesYearsAndPartlyOutlivesAPrincipal) {
  GovernedCity city;
  city.put(kFirst, kSeparate, 2010);
  const auto used = [&] {
    return rights_of(city.world, city.law, city.governance, kFirst).used[kStaffing];
  };
  const double habit =
      1 - city.governance.compliance_habit * (1 - city.governance.separate_orientation);
  EXPECT_NEAR(used(), habit * (1 - exp_of(-0.25)), 1e-12);
  city.put(kFirst, kSeparate, 2000);
  const double settled = used();
  EXPECT_NEAR(settled, habit * (1 - exp_of(-7.5 / 2)), 1e-12) << "5 years in post, 2 carried";
  city.world.schools.principals.years_here[kFirst] = 0;
  EXPECT_LT(used(), settled);
  EXPECT_GT(used(), habit * (1 - exp_of(-0.25)));
}

TEST(Rights, EachFurtherSupervisorCostsHours) {
  GovernedCity city;
  city.model(kOrdinary).supervisors = 3;
  const Rights rights = rights_of(city.world, city.law, city.governance, kFirst);
  EXPECT_NEAR(rights.supervision, 2 * city.governance.supervisor_hours, 1e-12);
  EXPECT_EQ(rights.friction, 0.0) << "a report is no quarrel";
}

TEST(Rights, WhoAnswersToAnotherBodyIsExcusedFromRuleChecking) {
  GovernedCity city;
  city.put(kFirst, kSeparate, 2000);
  city.world.office.compliance_load = 0.4;
  const auto checking = [&](SchoolId school) {
    return rights_of(city.world, city.law, city.governance, school).checking;
  };
  const double separate = checking(kFirst);
  EXPECT_LT(separate, checking(kSecond));
  EXPECT_EQ(checking(kSecond), 0.4);
  city.world.office.compliance_load = 0;
  EXPECT_EQ(checking(kFirst), separate) << "the district's office asks nothing of it";
}

TEST(Rights, TheDistrictsOfficeForgesNoHabitsOfSeparateSchools) {
  GovernedCity city;
  city.put(kFirst, kSeparate, 2000);
  city.put(kSecond, kFree, 2000);
  const auto used = [&](SchoolId school) {
    return rights_of(city.world, city.law, city.governance, school).used[kStaffing];
  };
  const double separate = used(kFirst), free = used(kSecond);
  city.law.governance.office_orientation = 1;
  EXPECT_EQ(used(kFirst), separate);
  EXPECT_GT(used(kSecond), free);
}

TEST(Rights, DecliningServicesLivesByPriceListsAndRules) {
  GovernedCity city;
  city.put(kFirst, kFree, 2000);
  const auto held = [&](Right right) {
    return rights_of(city.world, city.law, city.governance, kFirst).held[index_of(right)];
  };
  const double decline = held(Right::B4), other = held(Right::B1);
  city.law.governance.optout_refused = 1;
  // Void by .8 as far as the board's plan, .15, does not protect it.
  const double refused = decline * (1 - 0.8 * 0.85);
  EXPECT_NEAR(held(Right::B4), refused, 1e-12);
  EXPECT_EQ(held(Right::B1), other) << "no other right hangs on price lists";
  city.law.governance.optout_honoured = 1;
  EXPECT_NEAR(held(Right::B4), refused + 0.8 * (1 - refused), 1e-12);
  city.put(kFirst, kSeparate, 2000);
  city.law.governance.optout_honoured = 0;
  EXPECT_EQ(held(Right::B4), 1.0) << "whose contracts are its own is refused nothing";
}

TEST(Rights, OverseersWhoAskForResultsOnlySpareReports) {
  GovernedCity city;
  city.model(kOrdinary).results_oversight = 1;
  city.world.office.compliance_load = 0.4;
  const Rights rights = rights_of(city.world, city.law, city.governance, kFirst);
  EXPECT_NEAR(rights.checking, 0.4 * (1 - city.governance.results_relief), 1e-12);
}

TEST(Trim, RightsGoBelowTheBarAndReturnSlowly) {
  GovernedCity city;
  city.put(kFirst, kFree, 2000);
  city.model(kFree).trim_on_decline = 0.4;
  city.world.schools.rated_years[kFirst] = 2;
  city.world.schools.rating[kFirst] = 5;
  city.govern();
  EXPECT_DOUBLE_EQ(city.world.schools.trimmed[kFirst], 0.25);
  EXPECT_DOUBLE_EQ(city.world.schools.paper[kFirst][index_of(Right::B1)], 0.75);
  EXPECT_EQ(city.events(EventKind::RightsTrimmed), 1);
  city.turn_year();
  city.govern();
  EXPECT_DOUBLE_EQ(city.world.schools.trimmed[kFirst], 0.4) << "never beyond the lever";
  city.world.schools.rating[kFirst] = 50;
  for (int year = 0; year < 4; ++year) {
    city.turn_year();
    city.govern();
  }
  EXPECT_EQ(city.world.schools.trimmed[kFirst], 0.0);
  EXPECT_EQ(city.events(EventKind::RightsRestored), 1);
}

}  // namespace
}  // namespace homeroom
