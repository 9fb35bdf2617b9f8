// A district drawn from the nation is a place like any other, however small.
#include <gtest/gtest.h>

#include <array>

#include "sim/founding/nation.hpp"
#include "sim/vocabulary/grades.hpp"
#include "tests/support/national.hpp"

namespace homeroom {
namespace {

/// Children for each grade, from the groups that teach it.
std::array<double, kGrades> by_grade(const Place& place) {
  std::array<double, kGrades> children{};
  for (const SchoolGroup& group : place.schools) {
    const int grades = group.last_grade - group.first_grade + 1;
    for (int grade = group.first_grade; grade <= group.last_grade; ++grade) {
      children[static_cast<std::size_t>(grade)] += group.students / grades;
    }
  }
  return children;
}

void expect_a_place(const Place& place, int students) {
  double sum = 0.0;
  for (const double children : by_grade(place)) {
    EXPECT_NEAR(children, students / 13.0, 1e-6 * students);
    sum += children;
  }
  EXPECT_NEAR(sum, students, 1e-6 * students);
  for (const SchoolGroup& group : place.schools) {
    EXPECT_GE(group.count, 1);
    EXPECT_GE(group.students, group.count);
  }
  const double shares =
      place.share_black + place.share_hispanic + place.share_white + place.share_asian;
  EXPECT_GT(shares, 0.0);
  EXPECT_LE(shares, 1.0 + 1e-9);
  EXPECT_GT(place.share_low_income, 0.0);
  EXPECT_LT(place.share_low_income, 1.0);
  EXPECT_GE(place.neighbourhoods, 1);
  EXPECT_GE(place.area_km2, 1.0);
}

TEST(NationDistrict, IsAPlaceOfAnySize) {
  const Scenario scenario = testing::national();
  const Nation& nation = *scenario.nation;
  std::uint16_t number = 0;
  for (std::uint16_t c = 0; c < nation.classes.size(); ++c) {
    for (const int students : {1, 2, 3, 12, 13, 25, 26, 40, 100, 299, 500, 2000, 30000, 984000}) {
      const DistrictPlan plan = {++number, c, students};
      const Dice dice = dice_of(plan, 7, 1);
      expect_a_place(draw_district(nation, scenario.place, plan, dice), students);
    }
  }
}

/// Sums over all districts, by children.
struct Sums {
  double children = 0, black = 0, hispanic = 0, white = 0, asian = 0, low_income = 0, choice = 0;
  int schools = 0;

  void add(const Place& place, int students, const std::string& choice_model) {
    children += students;
    black += students * place.share_black;
    hispanic += students * place.share_hispanic;
    white += students * place.share_white;
    asian += students * place.share_asian;
    low_income += students * place.share_low_income;
    for (const SchoolGroup& group : place.schools) {
      schools += group.count;
      if (group.model == choice_model) choice += group.students;
    }
  }
};

// What scenarios/places/nation.toml says its figures are fitted to.
TEST(NationDistrict, TheShippedNationHasThePublishedSums) {
  const Scenario scenario = testing::national();
  const Nation& nation = *scenario.nation;
  Sums sums;
  for (const DistrictPlan& plan : plan_districts(nation, scenario.run.seed, 1)) {
    const Dice dice = dice_of(plan, scenario.run.seed, 1);
    sums.add(draw_district(nation, scenario.place, plan, dice), plan.students, nation.choice_model);
  }
  EXPECT_NEAR(sums.schools, 98000, 1500);
  EXPECT_NEAR(sums.black / sums.children, 0.153, 0.015);
  EXPECT_NEAR(sums.hispanic / sums.children, 0.264, 0.02);
  EXPECT_NEAR(sums.white / sums.children, 0.482, 0.025);
  EXPECT_NEAR(sums.asian / sums.children, 0.055, 0.01);
  EXPECT_NEAR(sums.low_income / sums.children, 0.52, 0.02);
  EXPECT_NEAR(sums.choice / sums.children, 0.06, 0.007);
}

TEST(NationDistrict, WithoutSpreadIsItsClass) {
  Scenario scenario = testing::national();
  Nation& nation = *scenario.nation;
  nation.poverty_groups = nation.spread_low_income = nation.spread_groups = 0;
  nation.spread_segregation = nation.spread_area = nation.spread_pay = 0;
  nation.spread_school_size = 0;
  const SizeClass& of = nation.classes[3];
  const DistrictPlan plan = {5, 3, 4900};
  const Place place = draw_district(nation, scenario.place, plan, dice_of(plan, 7, 1));
  EXPECT_NEAR(place.share_black, of.share_black, 1e-12);
  EXPECT_NEAR(place.share_white, of.share_white, 1e-12);
  EXPECT_NEAR(place.share_low_income, of.share_low_income, 1e-12);
  EXPECT_NEAR(place.share_english_learner, of.share_english_learner, 1e-12);
  EXPECT_NEAR(place.area_km2, 4900 / of.density, 1e-9);
  EXPECT_NEAR(place.market_pay, of.market_pay, 1e-12);
  int schools = 0;
  for (const SchoolGroup& group : place.schools) schools += group.count;
  EXPECT_EQ(schools, static_cast<int>(4900 / of.school_size + 0.5));
}

TEST(NationDistrict, DiceAreItsOwn) {
  const Dice city(20180901, 1), one(20180901, 1, 1), two(20180901, 1, 2);
  EXPECT_EQ(Dice(20180901, 1, 0).word(Die::ClassYear, 2011, 7), city.word(Die::ClassYear, 2011, 7));
  EXPECT_NE(one.word(Die::ClassYear, 2011, 7), city.word(Die::ClassYear, 2011, 7));
  EXPECT_NE(one.word(Die::ClassYear, 2011, 7), two.word(Die::ClassYear, 2011, 7));
  EXPECT_NE(one.word(Die::ClassYear, 2011, 7), Dice(20180901, 2, 1).word(Die::ClassYear, 2011, 7));
}

}  // namespace
}  // namespace homeroom
