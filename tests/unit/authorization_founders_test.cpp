// Who may open a school: founders, their queue, what approval selects, planning.
#include "sim/year/authorization.hpp"

#include <gtest/gtest.h>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"
#include "sim/year/authorization_vote.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kSeparate;

struct Founders {
  double leadership = 0, skill = 0, design = 0, refused = 0, seen = 0;
};

// Means over many openings of the separate model. Traits have SD 1, so a mean has standard error
// .016, and .06 is exceeded once in 6,000 fair programs.
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
  EXPECT_NEAR(once.seen, 3, 0.4) << "ten standard errors: a third is approved";
  city.law.authorization.signal_precision = 0.9;
  EXPECT_GT(founders(city).leadership, once.leadership + 0.1);
  city.law.authorization.signal_precision = 0.5;
  city.model(kSeparate).approval_bodies = 2;
  const Founders twice = founders(city);
  EXPECT_GT(twice.leadership, once.leadership + 0.1);
  EXPECT_GT(twice.refused, once.refused);
}

// Of one applicant each and a perfect look as many pass as the law lets: standard error .007, and
// what gifts have in common is counted to a hundredth. Beyond .03 once in 10,000 fair programs.
TEST(Founders, ApprovalPassesAtItsRate) {
  GovernedCity city;
  city.model(kSeparate).approval_bodies = 1;
  city.law.authorization.signal_precision = 1;
  city.law.authorization.approval_rate = 0.3;
  city.authorization.applicants_per_opening = 1;
  EXPECT_NEAR(1.0 - founders(city).refused, 0.3, 0.03);
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

// Standard error .022: beyond .08 once in 3,000 fair programs.
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

TEST(Planning, IsPartOfTheDesignThatOpens) {
  GovernedCity city;
  const auto design = [&](double weeks) {
    city.model(kSeparate).planning_weeks = weeks;
    return found_school(city.law, city.law.model(kSeparate), city.world.city, city.authorization,
                        city.dice, SchoolId{std::size_t{0}}, 2010, 0)
        ->design_quality;
  };
  EXPECT_NEAR(design(52) - design(6), 0.8, 1e-12);
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
