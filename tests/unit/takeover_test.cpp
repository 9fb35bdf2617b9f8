// What follows the state's list: who is taken, who escapes in time, and who is left alone.
#include <gtest/gtest.h>

#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;
using testing::kSeparate;

const SchoolId kListed{0}, kListedNow{1}, kUnlisted{2};

/// School 0 was listed last year, school 1 stands on a list of this very year.
GovernedCity city_with_a_list() {
  GovernedCity city;
  for (std::size_t row = 0; row < 6; ++row) {
    city.world.schools.rated_years[SchoolId{row}] = 2;
    city.world.schools.rating_history[SchoolId{row}] = {20.0 + row, 20.0 + row, 0};
  }
  city.world.schools.listed[kListed] = city.world.year - 1;
  city.world.schools.listed[kListedNow] = city.world.year;
  return city;
}

TEST(Takeover, WithoutARateTheListIsOnlyAThreat) {
  GovernedCity city = city_with_a_list();
  city.authorize();
  EXPECT_EQ(city.events(EventKind::StateTakeover), 0);
  EXPECT_EQ(city.world.schools.listed[kListed], city.world.year - 1);
}

TEST(Takeover, TheStateTakesWhoWasListedBefore) {
  GovernedCity city = city_with_a_list();
  city.model(kSeparate).leader_reset = true;
  city.law.accountability.takeover_rate = 1;
  city.law.accountability.takeover_model = "separate";
  city.authorize();
  EXPECT_EQ(city.world.schools.model[kListed], kSeparate);
  EXPECT_TRUE(city.world.schools.principals.is_new[kListed]);
  EXPECT_EQ(city.world.schools.listed[kListed], 0);
  EXPECT_EQ(city.world.schools.model[kListedNow], kOrdinary) << "a list is followed a year later";
  EXPECT_EQ(city.world.schools.model[kUnlisted], kOrdinary);
  EXPECT_EQ(city.events(EventKind::StateTakeover), 1);
}

TEST(Takeover, WithoutAModelOfTheStatesTheSchoolBeginsAgain) {
  GovernedCity city = city_with_a_list();
  city.law.accountability.takeover_rate = 1;
  const auto leader = city.world.schools.principals.person[kListed];
  city.authorize();
  EXPECT_EQ(city.world.schools.model[kListed], kOrdinary);
  EXPECT_EQ(city.world.schools.in_model_since[kListed], city.world.year);
  EXPECT_NE(city.world.schools.principals.person[kListed], leader);
  EXPECT_EQ(city.world.schools.start_up[kListed], 1.0);
}

TEST(Takeover, TheDistrictMayMoveASchoolInTime) {
  GovernedCity city = city_with_a_list();
  city.law.accountability.takeover_rate = 1;
  city.law.accountability.takeover_model = "separate";
  city.law.accountability.escape_rate = 1;
  city.law.accountability.escape_model = "free";
  city.authorize();
  EXPECT_EQ(city.world.schools.model[kListed], kFree);
  EXPECT_EQ(city.events(EventKind::StateTakeover), 0);
  city.account();
  EXPECT_EQ(city.world.schools.listed[kListed], 0) << "a school that changed its model escaped";
}

TEST(Takeover, NoSchoolIsTakenWhileTheRecordSpeaks) {
  GovernedCity city = city_with_a_list();
  city.world.record_until = city.world.year + 1;
  city.law.accountability.takeover_rate = 1;
  city.authorize();
  EXPECT_EQ(city.events(EventKind::StateTakeover), 0);
}

TEST(Takeover, AListedSchoolFearsWhatMayFollow) {
  const auto credibility = [](double rate) {
    GovernedCity city = city_with_a_list();
    city.law.accountability.takeover_rate = rate;
    city.account();
    return city.world.schools.credibility[kListedNow];
  };
  EXPECT_GT(credibility(0.5), credibility(0));
}

}  // namespace
}  // namespace homeroom
