#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/nature_values.hpp"
#include "tests/support/small_district.hpp"

namespace homeroom {
namespace {

using testing::SmallDistrict;

constexpr SchoolId kFirst{std::size_t{0}};

LeadershipOutcome decide(const SmallDistrict& d) {
  return decide_leadership(d.world, d.law, d.leadership, d.dice);
}

int newcomers(const LeadershipOutcome& outcome) {
  int all = 0;
  for (std::uint8_t is_new : outcome.principals.is_new) all += is_new;
  return all;
}

template <class Change>
int newcomers_if(Change&& change) {
  SmallDistrict d(300, 22);
  for (std::size_t s = 0; s < d.world.schools.size(); ++s) change(d, SchoolId{s});
  return newcomers(decide(d));
}

TEST(LeadershipNature, EveryParameterHasAValueInItsRangeAndNoValueIsLeftOver) {
  LeadershipParameters parameters{};
  testing::NatureValues values("leadership");
  parameters.describe(values);
  EXPECT_EQ(values.asked(), values.size());
}

TEST(Principals, LeaveMoreOftenWhenFrustratedThreatenedOrPoorAndLessInAGoodClimate) {
  const int base = newcomers_if([](SmallDistrict&, SchoolId) {});
  EXPECT_GT(base, 30);
  EXPECT_LT(base, 80);
  EXPECT_GT(newcomers_if([](SmallDistrict& d, SchoolId s) {
              d.world.schools.principals.frustration[s] = 1;
            }),
            base);
  EXPECT_GT(newcomers_if([](SmallDistrict& d, SchoolId s) { d.world.schools.urgency[s] = 1; }),
            base);
  EXPECT_GT(newcomers_if([](SmallDistrict& d, SchoolId s) {
              d.world.results.school[s].low_income = d.world.results.school[s].enrolment;
            }),
            base);
  EXPECT_LT(newcomers_if([](SmallDistrict& d, SchoolId s) { d.world.schools.climate[s] = 1; }),
            base);
}

TEST(Principals, GrowWhileYoungAndFasterWhenCoached) {
  SmallDistrict d;
  d.leadership.exit_base = -50;
  const double before = d.world.schools.principals.leadership[kFirst];
  EXPECT_NEAR(decide(d).principals.leadership[kFirst] - before, d.leadership.growth_leadership,
              1e-12);
  d.ordinary().coaching = 1;
  EXPECT_NEAR(decide(d).principals.leadership[kFirst] - before,
              d.leadership.growth_leadership + d.leadership.coaching_leadership, 1e-12);
  d.world.schools.principals.experience[kFirst] = 20;
  EXPECT_EQ(decide(d).principals.leadership[kFirst], before);
  const auto grows = [&](int experience) {
    d.world.schools.principals.experience[kFirst] = experience;
    return decide(d).principals.leadership[kFirst] > before;
  };
  const int years = static_cast<int>(d.leadership.growth_years);
  EXPECT_TRUE(grows(years - 1));
  EXPECT_FALSE(grows(years)) << "so many years teach, and no more";
}

TEST(Principals, NovicesWhoAreMentoredCloseGapsToTheMeanOfVeterans) {
  SmallDistrict d;
  d.leadership.exit_base = -50;
  d.leadership.growth_leadership = d.leadership.growth_skill = 0;
  d.leadership.mentoring = 0.4;
  d.ordinary().mentoring = d.free().mentoring = 0.5;
  Principals& principals = d.world.schools.principals;
  for (std::size_t s = 0; s < 6; ++s) {
    principals.experience[SchoolId{s}] = 20;
    principals.leadership[SchoolId{s}] = 0.1 * static_cast<double>(s);
    principals.skill[SchoolId{s}] = 0.2 * static_cast<double>(s);
  }
  principals.experience[kFirst] = 0;
  const Principals next = decide(d).principals;
  EXPECT_NEAR(next.leadership[kFirst], 0.4 * 0.5 * 0.3, 1e-12);
  EXPECT_NEAR(next.skill[kFirst], 0.4 * 0.5 * 0.6, 1e-12);
  EXPECT_EQ(next.leadership[SchoolId{1}], 0.1) << "a veteran learns nothing from others";
}

TEST(Principals, ReplacedOnRequestOrByChanceLeaveAnEventOnlyInTheFirstCase) {
  SmallDistrict d;
  d.leadership.exit_base = -50;
  d.world.schools.replace_leader[kFirst] = 1;
  const LeadershipOutcome asked = decide(d);
  ASSERT_EQ(asked.events.size(), 1u);
  EXPECT_EQ(asked.events[0].kind, EventKind::LeaderReplaced);
  EXPECT_EQ(asked.events[0].school, kFirst);
  EXPECT_EQ(newcomers(asked), 1);
  d.world.schools.replace_leader[kFirst] = 0;
  d.leadership.exit_base = 50;
  const LeadershipOutcome all = decide(d);
  EXPECT_EQ(newcomers(all), 6);
  EXPECT_TRUE(all.events.empty());
}

TEST(Principals, BroughtByANewStartAreNotReplacedAtOnce) {
  SmallDistrict d;
  d.leadership.exit_base = 50;
  Principals& principals = d.world.schools.principals;
  d.world.schools.in_model_since[kFirst] = d.world.year;
  principals.is_new[kFirst] = 1;
  principals.years_here[kFirst] = 0;
  const double lead = principals.leadership[kFirst];
  EXPECT_EQ(decide(d).principals.leadership[kFirst], lead);
}

TEST(Successors, FollowThePipeline) {
  const auto mean = [](double pipeline) {
    SmallDistrict d(300, 22);
    d.leadership.exit_base = 50;
    for (SchoolModel& model : d.law.models) model.leader_pipeline = pipeline;
    const LeadershipOutcome outcome = decide(d);
    double sum = 0;
    for (double lead : outcome.principals.leadership) sum += lead;
    return sum / 300;
  };
  // The same persons in a better pipeline.
  EXPECT_NEAR(mean(0.5) - mean(0.0), 0.5, 1e-9);
}

// Correlations of 900 have a standard error of .03: false alarm in one of 30,000 programs.
TEST(Successors, SkillGoesWithLeadershipAsFarAsDeclared) {
  constexpr int kSchools = 900;
  SmallDistrict d(kSchools, 22);
  d.leadership.exit_base = 50;
  d.leadership.skill_correlation = 0.4;
  const Principals& principals = decide(d).principals;
  double leads = 0, skills = 0, lead_squares = 0, skill_squares = 0, products = 0;
  for (std::size_t s = 0; s < kSchools; ++s) {
    const double lead = principals.leadership[SchoolId{s}], skill = principals.skill[SchoolId{s}];
    leads += lead / kSchools;
    skills += skill / kSchools;
    lead_squares += lead * lead / kSchools;
    skill_squares += skill * skill / kSchools;
    products += lead * skill / kSchools;
  }
  const double together =
      (products - leads * skills) /
      std::sqrt((lead_squares - leads * leads) * (skill_squares - skills * skills));
  EXPECT_NEAR(together, 0.4, 0.12);
}

TEST(Frustration, IsAStockOfFriction) {
  SmallDistrict d;
  d.leadership.exit_base = -50;
  for (int year = 0; year < 30; ++year) {
    d.world.schools.friction[kFirst] = 0.4;
    d.pass_year();
    d.turn_year();
  }
  EXPECT_NEAR(d.world.schools.principals.frustration[kFirst], 0.4, 1e-3);
  EXPECT_NEAR(d.world.schools.principals.time[kFirst], 1 - d.leadership.friction_time * 0.4, 1e-12);
}

TEST(Time, SupervisorsTakeItAndRuleCheckingPassesTheExcusedBy) {
  SmallDistrict d;
  d.leadership.exit_base = -50;
  d.world.schools.checking[kFirst] = 0.3;
  d.world.schools.supervision[kFirst] = 0.1;
  d.world.schools.friction[kFirst] = 0;
  enact(d.world, decide(d));
  EXPECT_NEAR(d.world.schools.principals.time[kFirst], 1 - d.leadership.compliance_time * 0.3 - 0.1,
              1e-12);
}

TEST(Departure, TakesAPartOfTheStaffsFitAlong) {
  SmallDistrict d;
  d.leadership.exit_base = 50;
  const std::vector<float> before = d.world.teachers.fit;
  enact(d.world, decide(d));
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_FLOAT_EQ(d.world.teachers.fit[row],
                    before[row] * static_cast<float>(1 - d.leadership.fit_lost));
  }
}

TEST(Principals, OfAZoneCloseGapsToTheBetterOnesOfIt) {
  SmallDistrict d;
  d.leadership.exit_base = -50;
  d.leadership.growth_years = 0;
  Principals& principals = d.world.schools.principals;
  const SchoolId second{std::size_t{1}}, third{std::size_t{2}};
  principals.leadership.assign(6, 0.5);
  principals.skill.assign(6, 0.0);
  principals.leadership[kFirst] = -1;
  principals.leadership[second] = 1;
  principals.skill[kFirst] = 2;
  EXPECT_EQ(decide(d).principals.leadership[kFirst], -1) << "without a zone";
  d.world.schools.zone[kFirst] = ZoneId{std::size_t{7}};
  EXPECT_EQ(decide(d).principals.leadership[kFirst], -1) << "alone in it";
  d.world.schools.zone[second] = d.world.schools.zone[kFirst];
  const LeadershipOutcome shared = decide(d);
  EXPECT_NEAR(shared.principals.leadership[kFirst], -1 + d.leadership.network * 2, 1e-12);
  EXPECT_EQ(shared.principals.leadership[second], 1) << "the better one loses nothing";
  EXPECT_NEAR(shared.principals.skill[second], d.leadership.network * 2, 1e-12);
  EXPECT_EQ(shared.principals.leadership[third], 0.5) << "who is outside learns nothing";
  d.leadership.network = 0;
  EXPECT_EQ(decide(d).principals.leadership[kFirst], -1);
}

TEST(Principals, ThreatenedButSupportedStayAsOthersDo) {
  const int base = newcomers_if([](SmallDistrict&, SchoolId) {});
  EXPECT_EQ(newcomers_if([](SmallDistrict& d, SchoolId s) {
              d.world.schools.urgency[s] = 1;
              d.world.schools.support[s] = 1;
            }),
            base);
}

}  // namespace
}  // namespace homeroom
