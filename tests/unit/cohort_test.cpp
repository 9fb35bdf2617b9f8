// Who follows whom, and what children are born with.
#include "sim/year/cohort.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/support/choice_world.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom {
namespace {

using examples::City;

constexpr std::size_t kBorn = 6000;

/// A city whose children are all born anew.
City born(const CohortParameters& nature) {
  City city;
  city.add_neighbourhood(0, 0);
  city.world.city.share_special = 0.3;
  city.world.city.share_special_severe = 0.1;
  city.add_children(0, 4, kBorn);
  std::vector<std::uint32_t> rows(kBorn);
  std::iota(rows.begin(), rows.end(), 0u);
  settle_children(city.world, nature, city.dice, city.world.year, rows);
  return city;
}

TEST(Cohort, WhoeverGraduatesIsFollowedByAnotherChild) {
  City city;
  city.add_children(0, kLastGrade, 3);
  city.add_children(0, 4, 2);
  city.world.city.leave_rate = 0;
  const auto nature = testing::shipped<CohortParameters>("cohort");
  const CohortOutcome outcome = decide_cohort(city.world, nature, city.dice);
  EXPECT_EQ(outcome.graduated, 3);
  EXPECT_EQ(outcome.left, 0);
  EXPECT_EQ(outcome.newcomers, (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(outcome.grade, (std::vector<std::uint8_t>{0, 0, 0, 5, 5}));
}

// A share of .3 among 6,000 has a standard error of .006: false alarm in one of 100,000 programs.
TEST(Cohort, SevereNeedsAreNotModerateOnes) {
  const City city = born(testing::shipped<CohortParameters>("cohort"));
  int both = 0, severe = 0, any = 0;
  for (std::size_t row = 0; row < kBorn; ++row) {
    const bool is_severe = city.world.students.has(row, trait::kSpecialSevere);
    const bool is_moderate = city.world.students.has(row, trait::kSpecialModerate);
    both += is_severe && is_moderate;
    severe += is_severe;
    any += is_severe || is_moderate;
  }
  EXPECT_EQ(both, 0);
  EXPECT_NEAR(severe / double{kBorn}, 0.1, 0.018);
  EXPECT_NEAR(any / double{kBorn}, 0.3, 0.027);
}

// A correlation of 6,000 has a standard error of .013 at most: false alarm in one of 100,000.
TEST(Cohort, LuckOfSubjectsGoesTogetherAsFarAsDeclared) {
  auto nature = testing::shipped<CohortParameters>("cohort");
  nature.transient_correlation = 0.4;
  const City city = born(nature);
  double math = 0, ela = 0, both = 0;
  for (std::size_t row = 0; row < kBorn; ++row) {
    const double one = static_cast<double>(city.world.students.transient[kMath][row]);
    const double other = static_cast<double>(city.world.students.transient[kEla][row]);
    math += one * one;
    ela += other * other;
    both += one * other;
  }
  EXPECT_NEAR(both / sqrt_of(math * ela), 0.4, 0.058);
  EXPECT_NEAR(ela / math, 1.0, 0.1);
}

}  // namespace
}  // namespace homeroom
