#include "sim/year/authorization.hpp"

#include <gtest/gtest.h>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"
#include "sim/year/authorization_vote.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using authorization::Ballots;
using authorization::reaches;
using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;
using testing::kSeparate;

struct Founders {
  double leadership = 0, skill = 0, design = 0, refused = 0, seen = 0;
};

// Means over many openings of the separate model.
Founders founders(const GovernedCity& city, double crowding = 0) {
  constexpr int kOpenings = 4000;
  Founders mean;
  int opened = 0;
  for (int i = 0; i < kOpenings; ++i) {
    const auto founding =
        found_school(city.law, city.law.model(kSeparate), city.world.city, city.authorization,
                     city.dice, SchoolId{static_cast<std::size_t>(i)}, 2010, crowding);
    if (!founding) {
      mean.refused += 1.0 / kOpenings;
      continue;
    }
    ++opened;
    mean.leadership += founding->leadership;
    mean.skill += founding->skill;
    mean.design += founding->design_quality - founding->planned;
    mean.seen += founding->applicants;
  }
  for (double* sum : {&mean.leadership, &mean.skill, &mean.design, &mean.seen}) *sum /= opened;
  return mean;
}

TEST(Founders, WithoutApprovalTheFirstApplicantOpens) {
  GovernedCity city;
  const Founders first = founders(city);
  EXPECT_EQ(first.refused, 0);
  EXPECT_EQ(first.seen, 1);
  EXPECT_NEAR(first.leadership, 0, 0.06);
  EXPECT_NEAR(first.skill, 0, 0.06);
  EXPECT_NEAR(first.design, 0, 0.06);
}

TEST(Founders, ApprovalSelectsAndMoreSoWithABetterLookOrASecondBody) {
  GovernedCity city;
  const double none = founders(city).leadership;
  city.model(kSeparate).approval_bodies = 1;
  const Founders once = founders(city);
  EXPECT_GT(once.leadership, none + 0.2);
  EXPECT_GT(once.design, 0.2);
  EXPECT_NEAR(once.seen, 3, 0.4) << "a third is approved";
  city.law.authorization.signal_precision = 0.9;
  EXPECT_GT(founders(city).leadership, once.leadership + 0.1);
  city.law.authorization.signal_precision = 0.5;
  city.model(kSeparate).approval_bodies = 2;
  const Founders twice = founders(city);
  EXPECT_GT(twice.leadership, once.leadership + 0.1);
  EXPECT_GT(twice.refused, once.refused);
}

TEST(Founders, ASignalWithoutPrecisionSelectsNobody) {
  GovernedCity city;
  city.model(kSeparate).approval_bodies = 1;
  city.law.authorization.signal_precision = 0;
  EXPECT_NEAR(founders(city).leadership, 0, 0.06);
}

TEST(Founders, AQueueUsedUpYieldsLessAndAnIncubatorMore) {
  GovernedCity city;
  EXPECT_NEAR(founders(city, 2).leadership - founders(city, 1).leadership, -0.4, 1e-9);
  const double before = founders(city).leadership;
  city.model(kSeparate).incubator = 0.5;
  EXPECT_NEAR(founders(city).leadership - before, 0.5, 1e-9);
}

TEST(Founders, SpreadsAreThoseOfUnselectedLeaders) {
  GovernedCity city;
  double squares = 0;
  for (std::size_t i = 0; i < 4000; ++i) {
    const auto one = found_school(city.law, city.law.model(kSeparate), city.world.city,
                                  city.authorization, city.dice, SchoolId{i}, 2010, 0);
    const double design = one->design_quality - one->planned;
    squares += design * design / 4000;
  }
  EXPECT_NEAR(squares, 1, 0.08);
}

TEST(Planning, AYearAddsAndSixWeeksCost) {
  GovernedCity city;
  const auto effect = [&](double weeks, bool running) {
    return authorization::planning_effect(city.authorization, weeks, running);
  };
  EXPECT_DOUBLE_EQ(effect(52, false), 0.3);
  EXPECT_DOUBLE_EQ(effect(6, false), -0.5);
  EXPECT_DOUBLE_EQ(effect(100, false), 0.3);
  EXPECT_DOUBLE_EQ(effect(6, true), 0.0) << "a school that runs is not rushed into opening";
}

TEST(Opening, ASlotPlansForAYearOrOpensAtOnce) {
  for (double weeks : {6.0, 40.0}) {
    GovernedCity city;
    city.add_slots(1);
    const SchoolId slot{6};
    city.law.authorization.openings_per_year = 1;
    city.law.authorization.opening_model = "separate";
    city.model(kSeparate).planning_weeks = weeks;
    city.authorize();
    EXPECT_EQ(city.world.schools.status[slot],
              weeks < 36 ? SchoolStatus::Open : SchoolStatus::Planning);
    const double leadership = city.world.schools.principals.leadership[slot];
    const double design = city.world.schools.design_quality[slot];
    city.law.authorization.openings_per_year = 0;
    city.turn_year();
    city.authorize();
    EXPECT_EQ(city.world.schools.status[slot], SchoolStatus::Open);
    EXPECT_EQ(city.world.schools.opened[slot], weeks < 36 ? 2010 : 2011);
    EXPECT_EQ(city.world.schools.principals.leadership[slot], leadership);
    if (weeks >= 36) {
      EXPECT_EQ(city.world.schools.design_quality[slot], design);
      EXPECT_EQ(city.world.schools.start_up[slot], 1.0);
      EXPECT_GT(effective_autonomy(city.world.schools, slot), 0.0) << "rights from the first day";
    }
  }
}

TEST(Opening, ASlotOfTheRecordIsKeptForItsYear) {
  GovernedCity city;
  city.add_slots(1);
  city.world.schools.scheduled_year[SchoolId{6}] = 2015;
  city.law.authorization.openings_per_year = 3;
  city.law.authorization.opening_model = "separate";
  city.authorize();
  EXPECT_EQ(city.world.schools.status[SchoolId{6}], SchoolStatus::Slot);
}

TEST(Opening, StartsFade) {
  GovernedCity city;
  const SchoolId school{0};
  city.world.schools.start_up[school] = 1;
  city.world.schools.planned[school] = 0.3;
  city.world.schools.design_quality[school] = 1.3;
  city.authorize();
  EXPECT_DOUBLE_EQ(city.world.schools.start_up[school], 0.4);
  EXPECT_NEAR(city.world.schools.planned[school], 0.18, 1e-12);
  EXPECT_NEAR(city.world.schools.design_quality[school], 1.18, 1e-12);
  EXPECT_EQ(city.world.schools.design_years[school], 1);
}

TEST(Vote, ThresholdsAreExact) {
  EXPECT_TRUE(reaches({2, 3}, 2.0 / 3));
  EXPECT_TRUE(reaches({2, 3}, 0.667));
  EXPECT_TRUE(reaches({2, 3}, 0.6667));
  EXPECT_TRUE(reaches({20, 30}, 0.6667));
  EXPECT_FALSE(reaches({19, 30}, 0.6667));
  EXPECT_TRUE(reaches({3, 5}, 0.6));
  EXPECT_TRUE(reaches({6, 10}, 0.6));
  EXPECT_TRUE(reaches({67, 100}, 0.67));
  EXPECT_FALSE(reaches({66, 100}, 0.67));
  EXPECT_TRUE(reaches({2, 4}, 0.5));
  EXPECT_FALSE(reaches({0, 0}, 0.5)) << "nobody voted";
}

double yes_share(GovernedCity& city) {
  double yes = 0, cast = 0;
  for (int year = 2001; year <= 2100; ++year) {
    city.world.year = year;
    const Ballots ballots = authorization::vote(city.world, city.law, city.authorization, city.dice,
                                                SchoolId{0}, city.model(kFree));
    EXPECT_EQ(ballots.cast, testing::kTeachersEach);
    yes += ballots.yes;
    cast += ballots.cast;
  }
  return yes / cast;
}

TEST(Vote, FollowsClimateStanceTenureAndHours) {
  GovernedCity city;
  const double usual = yes_share(city);
  EXPECT_NEAR(usual, logistic(-0.6 * 0.2), 0.04);
  city.world.schools.climate[SchoolId{0}] = 0.5;
  EXPECT_GT(yes_share(city), usual + 0.05);
  city.world.schools.climate[SchoolId{0}] = 0;
  city.model(kFree).mandated_hours = 1;
  const double unpaid = yes_share(city);
  EXPECT_LT(unpaid, usual - 0.05);
  city.model(kFree).pay_premium = 0.14;
  EXPECT_DOUBLE_EQ(yes_share(city), usual) << "the premium pays the hour";
  city.model(kFree).tenure = false;
  EXPECT_DOUBLE_EQ(yes_share(city), usual) << "nobody has tenure to lose";
  for (auto& tenured : city.world.teachers.tenured) tenured = 1;
  EXPECT_LT(yes_share(city), usual - 0.1);
}

TEST(Conversion, TheAblestSeekItAndTheStaffDecides) {
  GovernedCity city;
  city.law.authorization.conversions_per_year = 1;
  city.law.authorization.conversion_model = "free";
  city.world.schools.principals.skill[SchoolId{4}] = 9;
  city.model(kFree).conversion_threshold = 1;
  city.authorize();
  EXPECT_EQ(city.events(EventKind::VoteFailed), 1);
  EXPECT_EQ(city.world.schools.model[SchoolId{4}], kOrdinary);
  city.model(kFree).conversion_threshold = 0.02;
  city.authorize();
  EXPECT_EQ(city.world.schools.model[SchoolId{4}], kFree);
  EXPECT_EQ(city.world.schools.in_model_since[SchoolId{4}], 2010);
  EXPECT_EQ(city.world.schools.principals.skill[SchoolId{4}], 9) << "the leader stays";
  EXPECT_GT(effective_autonomy(city.world.schools, SchoolId{4}), 0);
}

TEST(Selection, TakesTheBottomOfTwoYearsAndSomeOfOtherModels) {
  GovernedCity city(8);
  Schools& schools = city.world.schools;
  for (std::size_t row = 0; row < 8; ++row) {
    schools.rated_years[SchoolId{row}] = 3;
    // The third year would reverse the order.
    schools.rating_history[SchoolId{row}] = {50.0 + row, 50.0 + row, 500.0 - 100 * row};
  }
  city.put(SchoolId{1}, kSeparate, 2005);
  city.put(SchoolId{2}, kFree, 2005);
  schools.rated_years[SchoolId{0}] = 0;
  SchoolModel imposed = city.model(kFree);
  imposed.key = "imposed";
  imposed.leader_reset = true;
  imposed.staff_reset = true;
  imposed.reset_keep_share = 0.4;
  city.law.models.push_back(imposed);
  Selection selection;
  selection.model = "imposed";
  selection.from = "usual";
  selection.count = 3;
  selection.year = 2010;
  selection.double_status = 1;
  city.law.selections.push_back(selection);
  schools.principals.years_here[SchoolId{3}] = 3;
  city.authorize();
  const ModelId into{3};
  EXPECT_EQ(schools.model[SchoolId{0}], kOrdinary) << "without a rating nobody is chosen";
  EXPECT_EQ(schools.model[SchoolId{1}], kSeparate) << "not the district's to choose";
  EXPECT_EQ(schools.model[SchoolId{2}], into);
  EXPECT_EQ(schools.second_model[SchoolId{2}], kFree);
  EXPECT_EQ(schools.model[SchoolId{3}], into);
  EXPECT_EQ(schools.model[SchoolId{4}], into);
  EXPECT_EQ(schools.model[SchoolId{5}], kOrdinary);
  EXPECT_EQ(city.events(EventKind::Selection), 3);
  EXPECT_FALSE(schools.principals.is_new[SchoolId{3}]) << "three years in post are not too long";
  EXPECT_TRUE(schools.principals.is_new[SchoolId{4}]);
  EXPECT_NEAR(schools.start_up[SchoolId{4}], 0.25 + 0.75 * 0.6, 1e-12);
}

TEST(Restart, IsCarriedOutOnceAndEnds) {
  GovernedCity city;
  const SchoolId school{2};
  city.world.schools.status[school] = SchoolStatus::Restart;
  city.world.schools.status_since[school] = 2009;
  city.authorize();
  EXPECT_EQ(city.events(EventKind::Restart), 1);
  EXPECT_EQ(city.world.schools.status[school], SchoolStatus::Restart);
  EXPECT_EQ(city.world.schools.in_model_since[school], 2010);
  EXPECT_TRUE(city.world.schools.principals.is_new[school]);
  const auto leader = city.world.schools.principals.person[school];
  city.turn_year();
  city.authorize();
  EXPECT_EQ(city.events(EventKind::Restart), 0);
  EXPECT_EQ(city.world.schools.status[school], SchoolStatus::Open);
  EXPECT_EQ(city.world.schools.principals.person[school], leader);
}

TEST(Replication, TakesASlotOfTheSameGradesAndCarriesTheDesign) {
  GovernedCity city;
  city.add_slots(2);
  Schools& schools = city.world.schools;
  schools.span[SchoolId{6}] = {9, 12};
  city.put(SchoolId{5}, kFree, 2000);
  schools.may_replicate[SchoolId{5}] = 1;
  schools.design_quality[SchoolId{5}] = 2;
  city.law.authorization.replication = 1;
  city.authorization.replica_design = 1;
  city.model(kFree).planning_weeks = 6;
  city.authorize();
  EXPECT_EQ(schools.status[SchoolId{6}], SchoolStatus::Slot);
  EXPECT_EQ(schools.status[SchoolId{7}], SchoolStatus::Open);
  EXPECT_EQ(schools.model[SchoolId{7}], kFree);
  EXPECT_DOUBLE_EQ(schools.design_quality[SchoolId{7}], 2.0);
}

TEST(Zone, FrustratedLeadersWithAVoiceFoundOne) {
  GovernedCity city;
  city.put(SchoolId{1}, kFree, 2000);
  city.put(SchoolId{2}, kFree, 2000);
  city.govern();
  city.law.models.push_back(city.model(kFree));
  city.law.models.back().key = "zone";
  city.law.governance.zone_voice = 1;
  city.law.governance.zone_model = "zone";
  city.world.board.reform_share = 1;
  city.world.schools.principals.frustration[SchoolId{0}] = 1;  // holds no rights to fight for
  city.world.schools.principals.frustration[SchoolId{1}] = 1;
  city.world.schools.principals.frustration[SchoolId{2}] = 0.1;
  city.authorize();
  EXPECT_EQ(city.world.schools.model[SchoolId{0}], kOrdinary);
  EXPECT_EQ(city.world.schools.model[SchoolId{1}], ModelId{3});
  EXPECT_EQ(city.world.schools.model[SchoolId{2}], kFree);
}

TEST(Dice, OneSlotsFounderDoesNotHangOnAnothers) {
  const auto leader = [](int openings) {
    GovernedCity city;
    city.add_slots(4);
    city.world.city.founder_queue = 100;
    city.law.authorization.openings_per_year = openings;
    city.law.authorization.opening_model = "separate";
    city.authorize();
    return city.world.schools.principals.leadership[SchoolId{6}];
  };
  EXPECT_EQ(leader(1), leader(4));
}

}  // namespace
}  // namespace homeroom
