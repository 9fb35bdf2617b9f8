// Growth percentiles of panels whose children's scores are known.
#include "analysis/estimators/growth_percentiles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/moments.hpp"
#include "analysis/estimators/school_growth.hpp"
#include "tests/recovery/cheap_worlds.hpp"

namespace homeroom::estimators {
namespace {

constexpr double kNoScore = std::numeric_limits<double>::quiet_NaN();

void add(panel::Year& year, int student, int grade, double score) {
  year.students.student.push_back(student);
  year.students.grade.push_back(grade);
  year.students.school.push_back(student % 4);
  for (int subject = 0; subject < kSubjects; ++subject) {
    year.students.score[subject].push_back(static_cast<float>(score));
  }
}

/// Three years, to 2016, of children who end in `grade`; scores of an ability and errors.
struct Cohort {
  panel::Panel panel;
  std::vector<double> distance;  ///< by child: from what was to be expected of it
  explicit Cohort(int children, int grade = 5) {
    panel.students = children;
    panel.years.resize(3);
    CheapWorld world(1);
    for (int y = 0; y < 3; ++y) panel.years[static_cast<std::size_t>(y)].year = 2014 + y;
    for (int i = 0; i < children; ++i) {
      const double first = world.normal(), second = 0.8 * first + 0.6 * world.normal();
      distance.push_back(world.normal());
      const double third = 0.6 * second + 0.2 * first + 0.5 * distance.back();
      add(panel.years[0], i, grade - 2, first);
      add(panel.years[1], i, grade - 1, second);
      add(panel.years[2], i, grade, third);
    }
  }
};

/// 0 to 100, by where a value stands among all.
std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<double> sorted = values, ranks;
  std::sort(sorted.begin(), sorted.end());
  for (const double value : values) {
    const auto below = std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin();
    ranks.push_back(100.0 * (static_cast<double>(below) + 0.5) /
                    static_cast<double>(values.size()));
  }
  return ranks;
}

GrowthPercentiles of(const panel::Panel& panel, int fewest = 100) {
  return growth_percentiles(panel, {2016, kMath, fewest});
}

TEST(GrowthPercentiles, RankChildrenAmongThoseLikeThem) {
  const Cohort cohort(4000);
  const GrowthPercentiles growth = of(cohort.panel);
  const std::vector<double> expected = ranks_of(cohort.distance);
  Moments apart;
  for (std::size_t i = 0; i < 4000; ++i) {
    ASSERT_GE(growth.percentile[i], 1);
    ASSERT_LE(growth.percentile[i], 99);
    EXPECT_EQ(growth.earlier[i], 2);
    apart.add(growth.percentile[i] - expected[i]);
  }
  // Fifteen children lie on each quantile, and reach it: .19 more than if they fell on both sides.
  EXPECT_NEAR(apart.mean(), 0.19, 0.05);
  EXPECT_LT(apart.sd(), 2.5);
  EXPECT_TRUE(growth.warnings.empty());
}

// 750 / n with two scores before, 400 / n with one.
TEST(GrowthPercentiles, TellByHowMuchTheyAreTooHigh) {
  EXPECT_NEAR(percentile_bias(2, 1000), 0.75, 1e-12);
  EXPECT_NEAR(percentile_bias(1, 1000), 0.4, 1e-12);
  const Cohort cohort(300);
  const GrowthPercentiles growth = of(cohort.panel);
  const std::vector<double> expected = ranks_of(cohort.distance);
  Moments apart;
  for (std::size_t i = 0; i < 300; ++i) apart.add(growth.percentile[i] - expected[i]);
  EXPECT_NEAR(apart.mean(), percentile_bias(2, 300), 0.5);
  ASSERT_EQ(growth.warnings.size(), 1u);
  EXPECT_NE(growth.warnings[0].find("by 2 earlier scores among 300 are too high by 2.5"),
            std::string::npos)
      << growth.warnings[0];
  EXPECT_TRUE(of(Cohort(750).panel).warnings.empty());
}

TEST(GrowthPercentiles, RestOnOneScoreWhereThereIsNoSecond) {
  Cohort cohort(2000);
  for (std::size_t i = 0; i < 2000; i += 2) {
    cohort.panel.years[0].students.score[kMath][i] = static_cast<float>(kNoScore);
  }
  cohort.panel.years[1].students.score[kMath][1] = static_cast<float>(kNoScore);
  const GrowthPercentiles growth = of(cohort.panel);
  EXPECT_EQ(growth.earlier[0], 1);
  EXPECT_EQ(growth.earlier[3], 2);
  EXPECT_EQ(growth.percentile[1], panel::kNobody);  // the last score is missing
  Moments one;
  for (std::size_t i = 0; i < 2000; i += 2) one.add(growth.percentile[i]);
  EXPECT_NEAR(one.mean(), 50.0, 2.5);
}

TEST(GrowthPercentiles, PassOverAYearWithoutTests) {
  Cohort cohort(1000);
  cohort.panel.years[1].students.score[kMath].assign(1000, static_cast<float>(kNoScore));
  const GrowthPercentiles growth = of(cohort.panel);
  EXPECT_EQ(growth.earlier[0], 1);
  EXPECT_NE(growth.percentile[0], panel::kNobody);
}

TEST(GrowthPercentiles, AreOfChildrenWhoCameUpAGradeEachYear) {
  Cohort cohort(1000);
  cohort.panel.years[1].students.grade[7] = 5;  // sits grade 5 a second time
  const GrowthPercentiles growth = of(cohort.panel);
  EXPECT_EQ(growth.percentile[7], panel::kNobody);
  EXPECT_EQ(growth.earlier[8], 2);
}

TEST(GrowthPercentiles, AreNotToldOfFewChildren) {
  const GrowthPercentiles growth = of(Cohort(60).panel);
  EXPECT_EQ(growth.percentile[0], panel::kNobody);
  EXPECT_THROW(growth_percentiles(Cohort(60).panel, {2020, kMath, 10}), std::invalid_argument);
}

TEST(GrowthPercentiles, NameTheGradeThatCannotBeFitted) {
  Cohort cohort(200);
  cohort.panel.years[1].students.score[kMath].assign(200, 1.0F);
  try {
    of(cohort.panel);
    FAIL() << "scores that do not vary have no quintiles";
  } catch (const std::invalid_argument& fault) {
    EXPECT_NE(std::string(fault.what()).find("grade 5"), std::string::npos) << fault.what();
  }
}

TEST(SchoolGrowth, IsTheMedianOfItsChildren) {
  const Cohort cohort(1000);
  const std::vector<SchoolGrowth> schools =
      school_growth(cohort.panel.years[2], of(cohort.panel), 20, 0.95);
  ASSERT_EQ(schools.size(), 4u);
  for (const SchoolGrowth& school : schools) {
    EXPECT_EQ(school.children, 250);
    EXPECT_NEAR(school.median.median, 50, 8);
    EXPECT_LT(school.median.low, school.median.median);
    EXPECT_GT(school.median.high, school.median.median);
  }
  EXPECT_TRUE(school_growth(cohort.panel.years[2], of(cohort.panel), 251, 0.95).empty());
}

// Ten values: the second and third from either end hold the median with 1 - 22/1024 and 1 -
// 112/1024.
TEST(MedianInterval, LiesBetweenOrderStatistics) {
  const MedianInterval about = median_interval({10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 0.95);
  EXPECT_EQ(about.median, 5.5);
  EXPECT_NEAR(about.low, 2.657658, 1e-6);
  EXPECT_NEAR(about.high, 8.342342, 1e-6);
  EXPECT_TRUE(std::isnan(median_interval({1, 2, 3, 4, 5}, 0.95).low));
  EXPECT_TRUE(std::isnan(median_interval({}, 0.95).median));
}

}  // namespace
}  // namespace homeroom::estimators
