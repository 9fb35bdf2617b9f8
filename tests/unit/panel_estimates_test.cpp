// Estimators over the records of a city that was run: public tables in, estimates out.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/estimators/moments.hpp"
#include "analysis/estimators/report_regression.hpp"
#include "analysis/estimators/student_regression.hpp"
#include "analysis/estimators/value_added.hpp"
#include "tests/support/lived_panel.hpp"

namespace homeroom::estimators {
namespace {

constexpr int kYear = 2012;

/// A small city with an elected board.
const panel::Panel& millbrook() { return lived_panel("small_elected"); }

ModelComparison against_traditional() {
  ModelComparison comparison;
  comparison.reference = {"traditional"};
  return comparison;
}

// Shares are of autumn's enrolment, children are those of May: a few have moved between.
TEST(PanelEstimates, SharesOfSchoolsAreThoseOfTheirChildren) {
  const panel::Year& year = millbrook().years.at(1);
  ASSERT_EQ(year.year, kYear);
  for (std::size_t s = 0; s < year.schools.size(); ++s) {
    Moments learners, special, black, hispanic;
    for (std::size_t i = 0; i < year.students.size(); ++i) {
      if (year.students.school[i] != year.schools.school[s]) continue;
      learners.add(year.students.english_learner[i]);
      special.add(year.students.special_education[i]);
      black.add(year.students.group[i] == panel::Group::Black);
      hispanic.add(year.students.group[i] == panel::Group::Hispanic);
    }
    EXPECT_NEAR(learners.mean(), year.schools.english_learner[s], 0.03);
    EXPECT_NEAR(special.mean(), year.schools.special_education[s], 0.03);
    EXPECT_NEAR(black.mean(), year.schools.black[s], 0.03);
    EXPECT_NEAR(hispanic.mean(), year.schools.hispanic[s], 0.03);
  }
}

// Homeroom's own published figure is another formula over the same scores.
TEST(PanelEstimates, ValueAddedGoesWithWhatIsPublished) {
  const SchoolEffects found = value_added_of_schools(millbrook(), {kYear, {kMath, kEla}, true});
  const panel::Schools& schools = millbrook().years.at(1).schools;
  Moments pairs;
  for (const SchoolEffect& school : found.schools) {
    const auto row = static_cast<std::size_t>(schools.row_of(school.school));
    if (!std::isnan(schools.value_added[row])) pairs.add(schools.value_added[row], school.effect);
  }
  EXPECT_GT(pairs.count(), 10);
  EXPECT_GT(pairs.correlation(), 0.7);
}

TEST(PanelEstimates, RegressionsReadTheSameSchools) {
  const ReportQuestion report{
      SchoolOutcome::Proficiency, {2011, kYear}, {kMath, kEla}, against_traditional()};
  const LinearFit schools = report_regression(millbrook(), report);
  EXPECT_EQ(schools.of("model:independent_charter").dropped, false);
  EXPECT_GT(schools.r_squared, 0.3);
  const StudentQuestion twin{{2011, kYear}, {kMath, kEla}, {}, against_traditional()};
  const LinearFit children = student_regression(millbrook(), twin);
  EXPECT_GT(children.rows, 4000);
  EXPECT_LE(children.clusters, schools.rows);
  EXPECT_LT(children.of("low_income").estimate, 0.0);
  const LinearFit added =
      value_added_of_models(millbrook(), {kYear, {kMath}, true}, against_traditional());
  EXPECT_LT(added.rows, children.rows);
  EXPECT_NEAR(added.of("math_before").estimate + added.of("ela_before").estimate, 0.8, 0.25);
}

}  // namespace
}  // namespace homeroom::estimators
