// What lasts: survival against its closed form, what counts as an ending, and a champion's clock.
#include <gtest/gtest.h>

#include <cmath>

#include "sim/observe/erosion.hpp"
#include "sim/observe/lifetimes.hpp"
#include "sim/observe/sustainability.hpp"
#include "tests/support/governed_city.hpp"
#include "tests/support/table_columns.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;
using testing::kSeparate;

const SchoolId kFirst{0}, kSecond{1};

TEST(Survival, IsTheProductOfKaplanAndMeierWithGreenwoodsError) {
  Survival survival;
  EXPECT_TRUE(std::isnan(survival.share()));
  survival.add(10, 2);
  survival.add(0, 0);
  survival.add(5, 1);
  EXPECT_DOUBLE_EQ(survival.share(), 0.8 * 0.8);
  EXPECT_DOUBLE_EQ(survival.error(), 0.64 * std::sqrt(2.0 / (10 * 8) + 1.0 / (5 * 4)));
  survival.add(4, 4);
  EXPECT_EQ(survival.share(), 0.0);
  EXPECT_EQ(survival.error(), 0.0);
}

void close(GovernedCity& city, SchoolId school) {
  city.world.schools.status[school] = SchoolStatus::Closed;
  city.world.schools.status_since[school] = city.world.year;
}

TEST(Lifetimes, AClosedSchoolEndsAndAConvertedOneOnlyLeaves) {
  GovernedCity city;
  Lifetimes lifetimes(3);
  close(city, kFirst);
  lifetimes.note(city.world, city.law);
  const Lifetime& usual = lifetimes.of(kOrdinary.row(), Lasting::School);
  EXPECT_EQ(usual.now.at_risk, 6);
  EXPECT_EQ(usual.now.ended, 1);
  city.turn_year();
  city.put(kSecond, kFree, city.world.year);
  lifetimes.note(city.world, city.law);
  EXPECT_EQ(usual.now.at_risk, 4);
  EXPECT_EQ(usual.now.ended, 0);
  EXPECT_DOUBLE_EQ(usual.since_policy.share(), 5.0 / 6);
  EXPECT_EQ(lifetimes.of(kFree.row(), Lasting::School).age[0].at_risk, 1);
  EXPECT_EQ(lifetimes.of(3, Lasting::School).now.at_risk, 5) << "the city";
}

TEST(Lifetimes, NothingCountsWhileTheRecordSpeaks) {
  GovernedCity city;
  city.world.record_until = city.world.year + 1;
  Lifetimes lifetimes(3);
  close(city, kFirst);
  lifetimes.note(city.world, city.law);
  EXPECT_FALSE(lifetimes.of(kOrdinary.row(), Lasting::School).since_policy.any());
}

TEST(Lifetimes, AnAgreementEndsOnceAndMayBeginAgain) {
  GovernedCity city;
  city.put(kSecond, kFree, 2000);
  city.model(kFree).agreement_years = 3;
  Lifetimes lifetimes(3);
  const Lifetime& of = lifetimes.of(kFree.row(), Lasting::Agreement);
  const auto exposure = [&](int lapsed) {
    city.world.schools.agreement_lapsed[kSecond] = static_cast<std::uint8_t>(lapsed);
    lifetimes.note(city.world, city.law);
    city.turn_year();
    return std::pair(of.now.at_risk, of.now.ended);
  };
  EXPECT_EQ(exposure(0), std::pair(1, 0));
  EXPECT_EQ(exposure(1), std::pair(1, 1));
  EXPECT_EQ(exposure(1), std::pair(0, 0));
  EXPECT_EQ(exposure(0), std::pair(0, 0));
  EXPECT_EQ(exposure(0), std::pair(1, 0));
  EXPECT_EQ(of.since_policy.share(), 0.0);
}

TEST(Lifetimes, AZoneEndsWithItsLastSchoolOrItsAgreement) {
  for (const bool by_agreement : {false, true}) {
    GovernedCity city;
    city.model(kFree).agreement_years = 3;
    city.world.zones.name.assign(3, "");
    city.world.zones.since.assign(3, 2005);
    for (SchoolId school : {kFirst, kSecond}) {
      city.put(school, kFree, 2005);
      city.world.schools.zone[school] = ZoneId{kFree.row()};
    }
    Lifetimes lifetimes(3);
    const Lifetime& of = lifetimes.of(kFree.row(), Lasting::Zone);
    city.world.record_until = city.world.year + 1;  // its last year tells that the zone stands
    lifetimes.note(city.world, city.law);
    city.turn_year();
    lifetimes.note(city.world, city.law);
    EXPECT_EQ(of.now.at_risk, 1);
    EXPECT_EQ(of.now.ended, 0);
    for (SchoolId school : {kFirst, kSecond}) {
      city.turn_year();
      if (by_agreement) {
        city.world.schools.agreement_lapsed[school] = 1;
      } else {
        close(city, school);
      }
      lifetimes.note(city.world, city.law);
      EXPECT_EQ(of.now.ended, school == kSecond);
    }
  }
}

struct Watched {
  GovernedCity city;
  Erosion erosion{city.governance};
  void year(double commitment, double held) {
    city.turn_year();
    city.world.superintendent.commitment = commitment;
    for (auto& right : city.world.schools.held[kSecond]) right = held;
    erosion.note(city.world, city.law);
  }
};

TEST(Erosion, TheClockRunsFromAChampionsLastYear) {
  Watched watch;
  watch.city.put(kSecond, kFree, 2000);
  watch.city.governance.traditional = 0.3;
  watch.city.governance.erosion = 0.05;
  watch.year(0.8, 1.0);
  EXPECT_TRUE(watch.erosion.champion_in_office());
  watch.year(0.2, 0.97);
  EXPECT_EQ(watch.erosion.years_since(watch.city.world.year), 1);
  EXPECT_NEAR(watch.erosion.kept(kFree.row()), 0.97, 1e-12);
  EXPECT_EQ(watch.erosion.years_to_erosion(kFree.row()), 0);
  watch.year(0.2, 0.9);
  EXPECT_EQ(watch.erosion.years_to_erosion(kFree.row()), 2);
  watch.year(0.2, 0.5);
  EXPECT_EQ(watch.erosion.years_to_erosion(kFree.row()), 2) << "the first time counts";
}

TEST(Erosion, AnotherChampionEndsTheClockWithoutAnAnswer) {
  Watched watch;
  watch.city.put(kSecond, kFree, 2000);
  watch.year(0.8, 1.0);
  watch.year(0.2, 1.0);
  watch.year(0.9, 0.5);
  EXPECT_EQ(watch.erosion.years_since(watch.city.world.year), 0);
  EXPECT_EQ(watch.erosion.years_to_erosion(kFree.row()), 0);
}

// Four schools are the district's, one free and one separate; all have 400 children.
TEST(Sustainability, ThePoolIsPaidOnceByWhoeverTheDistrictStaffs) {
  GovernedCity city;
  city.put(kFirst, kFree, 2000);
  city.put(kSecond, kSeparate, 2000);
  city.world.office.pool_cost = 100000;
  Batch batch(sustainability_table());
  observe_sustainability(city.world, city.law, Lifetimes(3), {"city", 1, 2010}, batch);
  const auto& cost = testing::numbers_of(batch, "cost_per_pupil");
  const auto& children = testing::wholes_of(batch, "enrolment");
  ASSERT_EQ(batch.rows(), 4u);
  EXPECT_NEAR(cost[kFree.row()], 100000.0 / 2000, 1e-9);
  EXPECT_EQ(cost[kSeparate.row()], 0.0);
  double of_models = 0;
  for (std::size_t m = 0; m < 3; ++m) of_models += cost[m] * static_cast<double>(children[m]);
  EXPECT_NEAR(of_models, cost[3] * static_cast<double>(children[3]), 1e-6);
}

}  // namespace
}  // namespace homeroom
