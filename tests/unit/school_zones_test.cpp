// Zones of schools: who belongs to one, what it costs, what its agreement holds together.
#include <gtest/gtest.h>

#include "sim/founding/found.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;

const SchoolId kFirst{0}, kSecond{1}, kThird{2};

/// Schools 1 and 2 are free and frustrated; a fourth model has the same rights and forms a zone.
GovernedCity city_of_the_frustrated() {
  GovernedCity city;
  for (SchoolId school : {kSecond, kThird}) city.put(school, kFree, 2000);
  city.govern();
  city.law.models.push_back(city.model(kFree));
  city.law.models.back().key = "zone";
  city.law.models.back().zone = true;
  city.law.governance.zone_voice = 1;
  city.law.governance.zone_model = "zone";
  city.world.zones.name.assign(4, "");
  city.world.zones.since.assign(4, 0);
  city.world.board.reform_share = 1;
  city.world.schools.principals.frustration[kSecond] = 1;
  return city;
}
const ModelId kZoned{3};
const ZoneId kZone{3};

TEST(Zone, BeginsOnlyWhenEnoughGoTogether) {
  GovernedCity alone = city_of_the_frustrated();
  alone.authorization.zone_founders = 2;
  alone.authorize();
  EXPECT_EQ(alone.world.schools.model[kSecond], kFree);
  GovernedCity two = city_of_the_frustrated();
  two.authorization.zone_founders = 2;
  two.world.schools.principals.frustration[kThird] = 1;
  two.authorize();
  EXPECT_EQ(two.world.schools.model[kSecond], kZoned);
  EXPECT_EQ(two.world.schools.zone[kThird], kZone);
  EXPECT_EQ(two.world.zones.since[kZone], two.world.year);
  EXPECT_FALSE(two.world.schools.zone[kFirst]);
}

/// Both free schools would do; nobody is frustrated enough to go unasked.
GovernedCity city_that_founds(double volunteers) {
  GovernedCity city = city_of_the_frustrated();
  city.world.schools.principals.frustration[kSecond] = 0.01;
  city.world.schools.principals.frustration[kThird] = 0.02;
  Selection selection;
  selection.model = "zone";
  selection.year = city.world.year;
  selection.volunteers = volunteers;
  city.law.selections = {selection};
  return city;
}

TEST(Zone, MayBeFoundedByTheMostFrustratedOfThoseWithRights) {
  GovernedCity one = city_that_founds(0.1);
  one.authorize();
  EXPECT_EQ(one.world.schools.model[kThird], kZoned) << "at least one goes";
  EXPECT_EQ(one.world.schools.zone[kThird], kZone);
  EXPECT_EQ(one.world.schools.model[kSecond], kFree);
  EXPECT_EQ(one.world.schools.model[kFirst], kOrdinary);
  GovernedCity all = city_that_founds(1.0);
  all.authorize();
  EXPECT_EQ(all.world.schools.model[kSecond], kZoned);
  EXPECT_EQ(all.world.schools.model[kFirst], kOrdinary) << "has no rights to fight for";
}

TEST(Zone, TakesNoVolunteersFromOtherEmployers) {
  GovernedCity city = city_that_founds(1.0);
  city.model(kFree).employer = Employer::School;
  city.authorize();
  EXPECT_EQ(city.world.schools.model[kSecond], kFree);
  EXPECT_EQ(city.world.schools.model[kThird], kFree);
}

TEST(Zone, OneMayJoinAZoneThatStands) {
  GovernedCity city = city_of_the_frustrated();
  city.authorization.zone_founders = 2;
  city.put(kThird, kZoned, 2005);
  city.world.schools.zone[kThird] = kZone;
  city.authorize();
  EXPECT_EQ(city.world.schools.zone[kSecond], kZone);
}

TEST(Zone, HasOneAgreementAsOldAsTheZone) {
  GovernedCity city = city_of_the_frustrated();
  city.model(kZoned).agreement_years = 5;
  city.world.zones.since[kZone] = 2008;
  for (SchoolId school : {kSecond, kThird}) city.world.schools.zone[school] = kZone;
  city.put(kSecond, kZoned, 2008);
  city.put(kThird, kZoned, 2010);
  city.govern();
  EXPECT_EQ(city.world.schools.agreement_until[kSecond], 2012);
  EXPECT_EQ(city.world.schools.agreement_until[kThird], 2012);
}

TEST(Zone, WhoJoinsALapsedZoneFindsNothingBehindIt) {
  GovernedCity city = city_of_the_frustrated();
  city.model(kZoned).agreement_years = 5;
  city.model(kZoned).guarantee = Guarantee::IndependentBoard;
  city.put(kThird, kZoned, 2005);
  city.world.schools.zone[kThird] = kZone;
  city.world.zones.since[kZone] = 2005;
  city.world.schools.agreement_until[kThird] = 2014;
  city.authorization.zone_founders = 1;
  GovernedCity lapsed = city;
  lapsed.world.schools.agreement_lapsed[kThird] = 1;
  city.authorize();
  lapsed.authorize();
  EXPECT_FALSE(city.world.schools.agreement_lapsed[kSecond]);
  EXPECT_TRUE(lapsed.world.schools.agreement_lapsed[kSecond]);
  EXPECT_GT(lapsed.world.schools.friction[kSecond], city.world.schools.friction[kSecond]);
}

TEST(Zone, ItsSchoolsShareTheOverheadChildByChild) {
  const auto spent = [](int members, double overhead) {
    GovernedCity city;
    for (int i = 0; i < members; ++i) {
      city.put(SchoolId(static_cast<std::size_t>(i)), kFree, 2000);
      city.world.schools.zone[SchoolId(static_cast<std::size_t>(i))] = ZoneId{1};
    }
    city.model(kFree).zone_overhead = overhead;
    city.law.budget.base_per_student = 20000;
    city.spend();
    return city.world.schools.support_staff[kFirst];
  };
  EXPECT_LT(spent(1, 200000), spent(4, 200000));
  EXPECT_LT(spent(4, 200000), spent(4, 0));
  EXPECT_EQ(spent(0, 200000), spent(0, 0)) << "no zone, no overhead";
}

TEST(Zone, ASelectedSchoolEntersTheZoneOfItsModelAndLeavesWithIt) {
  GovernedCity city = city_of_the_frustrated();
  city.world.schools.principals.frustration[kSecond] = 0;
  for (std::size_t row = 0; row < 6; ++row) {
    city.world.schools.rated_years[SchoolId{row}] = 2;
    city.world.schools.rating_history[SchoolId{row}] = {10.0 + row, 10.0 + row, 0};
  }
  Selection selection;
  selection.model = "zone";
  selection.from = "usual";
  selection.count = 1;
  selection.year = city.world.year;
  city.law.selections.push_back(selection);
  city.authorize();
  EXPECT_EQ(city.world.schools.zone[kFirst], kZone);
  city.turn_year();
  city.law.selections[0] = {"free", "zone", 1, city.world.year, "", 0};
  city.world.schools.rated_years[kFirst] = 2;
  city.authorize();
  EXPECT_EQ(city.world.schools.model[kFirst], kFree);
  EXPECT_FALSE(city.world.schools.zone[kFirst]);
}

}  // namespace
}  // namespace homeroom
