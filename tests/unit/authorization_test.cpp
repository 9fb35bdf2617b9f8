// What becomes of slots and schools: openings, selections, restarts, replicas, zones.
#include "sim/year/authorization.hpp"

#include <gtest/gtest.h>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"
#include "sim/year/authorization_vote.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;
using testing::kSeparate;

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

TEST(Selection, ASchoolWithOneRatingCountsByIt) {
  GovernedCity city;
  Schools& schools = city.world.schools;
  schools.rating_history[SchoolId{0}] = {60.0, 20.0, 0.0};
  schools.rated_years[SchoolId{0}] = 1;
  EXPECT_DOUBLE_EQ(authorization::two_year_rating(schools, SchoolId{0}), 60.0);
  schools.rated_years[SchoolId{0}] = 3;
  EXPECT_DOUBLE_EQ(authorization::two_year_rating(schools, SchoolId{0}), 40.0);
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

/// The schools at the bottom, row 0 first, are chosen from the ordinary ones in 2010.
Selection select_at_the_bottom(GovernedCity& city, const std::string& into, int count) {
  Schools& schools = city.world.schools;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    schools.rated_years[SchoolId{row}] = 2;
    schools.rating_history[SchoolId{row}] = {50.0 + row, 50.0 + row, 50.0 + row};
  }
  Selection selection;
  selection.model = into;
  selection.from = "usual";
  selection.count = count;
  selection.year = 2010;
  return selection;
}

TEST(Selection, TakesOnlySchoolsThatTeachTheGrade) {
  GovernedCity city(8);
  Selection selection = select_at_the_bottom(city, "free", 2);
  selection.teaches = 7;
  city.law.selections.push_back(selection);
  for (std::size_t row = 0; row < 8; ++row) city.world.schools.span[SchoolId{row}] = {0, 5};
  city.world.schools.span[SchoolId{3}] = {6, 8};
  city.world.schools.span[SchoolId{5}] = {0, 8};
  city.world.schools.span[SchoolId{6}] = {6, 12};
  city.authorize();
  for (std::size_t row = 0; row < 8; ++row) {
    const bool chosen = row == 3 || row == 5;
    EXPECT_EQ(city.world.schools.model[SchoolId{row}], chosen ? kFree : kOrdinary) << row;
  }
}

TEST(Selection, IntoTheModelThatASchoolHasBeginsItAgain) {
  GovernedCity city(8);
  city.law.selections.push_back(select_at_the_bottom(city, "usual", 2));
  Schools& schools = city.world.schools;
  schools.principals.years_here[SchoolId{1}] = 1;
  city.authorize();
  EXPECT_EQ(city.events(EventKind::Restart), 2);
  EXPECT_EQ(city.events(EventKind::Selection), 0);
  for (const SchoolId school : {SchoolId{0}, SchoolId{1}}) {
    EXPECT_EQ(schools.model[school], kOrdinary);
    EXPECT_EQ(schools.status[school], SchoolStatus::Restart);
    EXPECT_EQ(schools.in_model_since[school], 2010);
    EXPECT_TRUE(schools.principals.is_new[school]) << "however short the old one was in post";
    EXPECT_DOUBLE_EQ(schools.start_up[school], 1.0);
  }
  EXPECT_EQ(schools.status[SchoolId{2}], SchoolStatus::Open);
  city.turn_year();
  city.authorize();
  EXPECT_EQ(city.events(EventKind::Restart), 0);
  EXPECT_EQ(schools.status[SchoolId{0}], SchoolStatus::Open);
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

TEST(Restart, MayHandTheSchoolToAnotherModel) {
  GovernedCity city;
  const SchoolId school{2};
  city.put(school, kFree, 2000);
  city.model(kFree).restart_model = "separate";
  city.world.schools.status[school] = SchoolStatus::Restart;
  city.world.schools.status_since[school] = 2009;
  city.authorize();
  EXPECT_EQ(city.world.schools.model[school], kSeparate);
  city.turn_year();
  city.authorize();
  EXPECT_EQ(city.world.schools.model[school], kSeparate);
  EXPECT_EQ(city.world.schools.status[school], SchoolStatus::Open);
}

/// A school of good design that may replicate, slots that plan for weeks, and how much of a design
/// its replicas take over.
GovernedCity replicating_city(int slots, double design) {
  GovernedCity city;
  city.add_slots(slots);
  city.put(SchoolId{5}, kFree, 2000);
  city.world.schools.may_replicate[SchoolId{5}] = 1;
  city.world.schools.design_quality[SchoolId{5}] = 2;
  city.law.authorization.replication = 1;
  city.authorization.replica_design = design;
  city.model(kFree).planning_weeks = 6;
  return city;
}

TEST(Replication, TakesASlotOfTheSameGradesAndCarriesTheDesign) {
  GovernedCity city = replicating_city(2, 1.0);
  Schools& schools = city.world.schools;
  schools.span[SchoolId{6}] = {9, 12};
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
  city.authorization.zone_founders = 1;
  city.world.board.reform_share = 1;
  city.world.schools.principals.frustration[SchoolId{0}] = 1;  // holds no rights to fight for
  city.world.schools.principals.frustration[SchoolId{1}] = 1;
  city.world.schools.principals.frustration[SchoolId{2}] = 0.1;
  city.authorize();
  EXPECT_EQ(city.world.schools.model[SchoolId{0}], kOrdinary);
  EXPECT_EQ(city.world.schools.model[SchoolId{1}], ModelId{3});
  EXPECT_EQ(city.world.schools.model[SchoolId{2}], kFree);
}

TEST(Opening, TheQueueRemembersFoundersOfThreeYears) {
  const auto used = [](int opened) {
    GovernedCity city;
    city.world.schools.opened[SchoolId{0}] = opened;
    return decide_authorization(city.world, city.law, city.authorization, city.dice).queue_used;
  };
  EXPECT_EQ(used(2008), 1) << "2008, 2009 and 2010";
  EXPECT_EQ(used(2007), 0);
}

TEST(Opening, AClosedSchoolsSlotIsWantedTheYearAfter) {
  const auto opens = [](int closed) {
    GovernedCity city;
    city.add_slots(1);
    city.put(SchoolId{2}, kSeparate, 2000);
    city.world.schools.status[SchoolId{2}] = SchoolStatus::Closed;
    city.world.schools.status_since[SchoolId{2}] = closed;
    city.law.authorization.reoffer_slots = 1;
    city.model(kSeparate).planning_weeks = 6;
    city.authorize();
    return city.world.schools.is_open(SchoolId{6});
  };
  EXPECT_FALSE(opens(2010)) << "its last year is not over";
  EXPECT_TRUE(opens(2009));
  EXPECT_FALSE(opens(2008)) << "it was offered once";
}

TEST(Replication, SpreadsDesignsAsFarAsItDoesNotCarryThem) {
  GovernedCity city = replicating_city(1, 0.6);
  const Schools& schools = city.world.schools;
  city.authorize();
  const SchoolId replica{6};
  ASSERT_TRUE(schools.is_open(replica));
  const double own = city.dice.normal(Die::ReplicaDesign, 2010, replica.row());
  ASSERT_GT(own * own, 1e-4);
  EXPECT_NEAR(schools.design_quality[replica] - schools.planned[replica], 0.6 * 2 + 0.8 * own,
              1e-12);
}

}  // namespace
}  // namespace homeroom
