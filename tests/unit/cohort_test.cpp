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

TEST(Cohort, NewChildrenHaveNothingOfThoseBeforeThem) {
  City city;
  city.add_neighbourhood(0, 0);
  city.add_children(0, 0, 3);
  Students& students = city.world.students;
  for (int m = 0; m < kSubjects; ++m) {
    students.durable[m].assign(3, 0.5f);
    students.fleeting[m].assign(3, 0.25f);
    students.score[m].assign(3, 700);
    students.score_before[m].assign(3, 600);
  }
  students.rank.assign(3, 1);
  students.moved.assign(3, 1);
  students.school.assign(3, 0);
  const auto nature = testing::shipped<CohortParameters>("cohort");
  settle_children(city.world, nature, city.dice, city.world.year, {0, 2});
  for (int m = 0; m < kSubjects; ++m) {
    EXPECT_EQ(students.durable[m], (std::vector<float>{0.0f, 0.5f, 0.0f}));
    EXPECT_EQ(students.fleeting[m], (std::vector<float>{0.0f, 0.25f, 0.0f}));
    EXPECT_EQ(students.score[m], (std::vector<std::int16_t>{kNoScore, 700, kNoScore}));
    EXPECT_EQ(students.score_before[m], (std::vector<std::int16_t>{kNoScore, 600, kNoScore}));
  }
  EXPECT_EQ(students.rank, (std::vector<std::uint8_t>{kNoRank, 1, kNoRank}));
  EXPECT_EQ(students.moved, (std::vector<std::uint8_t>{0, 1, 0}));
  EXPECT_EQ(students.school, (std::vector<std::uint16_t>{kNoSchool, 0, kNoSchool}));
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

/// A nature in which nothing that a child is born with is tied to anything else.
CohortParameters untied() {
  auto nature = testing::shipped<CohortParameters>("cohort");
  nature.subject_correlation = nature.engagement_correlation = nature.transient_correlation = 0;
  nature.english_learner = nature.english_learner_ela = nature.special = nature.severe = 0;
  nature.poverty = nature.field = 0;
  return nature;
}

template <class Value>
std::vector<double> standardised(const std::vector<Value>& column) {
  const double mean = std::accumulate(column.begin(), column.end(), 0.0) / double{kBorn};
  double squares = 0;
  for (const Value value : column) squares += (value - mean) * (value - mean);
  const double sd = sqrt_of(squares / kBorn);
  std::vector<double> values;
  for (const Value value : column) values.push_back((value - mean) / sd);
  return values;
}

// Each gift has a die of its own: of 21 correlations, each with a standard error of .013, none
// passes five of them: false alarm in one of 80,000 programs.
TEST(Cohort, GiftsThatNothingTiesAreIndependent) {
  const Students students = born(untied()).world.students;
  const std::vector<std::pair<const char*, std::vector<double>>> gifts = {
      {"information", standardised(students.information)},
      {"housing", standardised(students.housing)},
      {"engagement", standardised(students.drive)},
      {"mathematics", standardised(students.baseline[kMath])},
      {"ELA", standardised(students.baseline[kEla])},
      {"luck in mathematics", standardised(students.transient[kMath])},
      {"luck in ELA", standardised(students.transient[kEla])}};
  for (std::size_t one = 0; one < gifts.size(); ++one) {
    for (std::size_t other = 0; other < one; ++other) {
      const double together = std::inner_product(gifts[one].second.begin(), gifts[one].second.end(),
                                                 gifts[other].second.begin(), 0.0);
      EXPECT_NEAR(together / kBorn, 0.0, 0.065) << gifts[one].first << ", " << gifts[other].first;
    }
  }
}

}  // namespace
}  // namespace homeroom
