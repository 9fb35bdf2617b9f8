// Effects planted in schools and children, and how often estimators of the panel hold them.
#include <gtest/gtest.h>

#include "analysis/estimators/report_regression.hpp"
#include "analysis/estimators/student_regression.hpp"
#include "analysis/estimators/student_t.hpp"
#include "analysis/estimators/value_added.hpp"
#include "tests/recovery/cheap_worlds.hpp"

namespace homeroom::estimators {
namespace {

ModelComparison against_traditional() {
  ModelComparison comparison;
  comparison.reference = {"traditional"};
  return comparison;
}

Coverage report_coverage(const CityOfSchools& city) {
  const ReportQuestion question{
      SchoolOutcome::Proficiency, {2015, 2016}, {kMath, kEla}, against_traditional()};
  Coverage coverage;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const LinearFit fit = report_regression(draw_schools(world, city), question);
    coverage.add(fit.of("model:charter"), city.proficiency_effect);
  }
  return coverage;
}

TEST(SchoolRecovery, TheReportsRegressionHoldsThePlantedLevel) {
  expect_nominal(report_coverage({.schools = 120, .charters = 40}),
                 "the report's regression, 40 of 120 schools");
}

// Errors of six schools among 120 rest on six residuals: told.
TEST(SchoolRecovery, TheReportsRegressionHoldsLessOfAModelOfSixSchools) {
  const double few = report_coverage({.schools = 120, .charters = 6})
                         .told("the report's regression, 6 of 120 schools");
  EXPECT_GT(few, 0.85);
  EXPECT_LT(few, 0.965);
}

TEST(SchoolRecovery, ChildrenOfTheReportsTwinHoldThePlantedEffect) {
  const CityOfSchools city{.schools = 120, .children = 8, .charters = 60};
  const StudentQuestion question{{2016}, {kMath, kEla}, {}, against_traditional()};
  Coverage coverage, naive;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const LinearModel model = student_model(draw_city(world, city), question);
    coverage.add(fit_linear(model, {.errors = Errors::Clustered}).of("model:charter"),
                 city.growth_effect);
    naive.add(fit_linear(model, {.errors = Errors::HC3}).of("model:charter"), city.growth_effect);
  }
  expect_nominal(coverage, "the twin of children, errors by school");
  naive.told("the twin of children, HC3");
}

TEST(SchoolRecovery, ValueAddedHoldsThePlantedGrowth) {
  const CityOfSchools city{.schools = 120, .children = 8, .charters = 60};
  Coverage coverage, naive;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const LinearModel model = value_added_model(draw_city(world, city), {2016, {kMath, kEla}, true},
                                                against_traditional());
    coverage.add(fit_linear(model, {.errors = Errors::Clustered}).of("model:charter"),
                 city.growth_effect);
    naive.add(fit_linear(model, {.errors = Errors::HC1}).of("model:charter"), city.growth_effect);
  }
  expect_nominal(coverage, "value added of models, errors by school");
  EXPECT_LT(naive.told("value added of models, HC1"), coverage.share() - 0.015);
}

// Every charter of a world without parts of the schools' own adds the same: its effect against the
// mean child's school is the planted one times the share of children elsewhere.
TEST(SchoolRecovery, ValueAddedOfSchoolsHoldsWhatTheyAdd) {
  const CityOfSchools city{.schools = 30, .children = 20, .charters = 10, .school_sd = 0.0};
  Coverage coverage;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const panel::Panel panel = draw_city(world, city);
    const SchoolEffects found = value_added_of_schools(panel, {2016, {kMath, kEla}, true});
    const double reach = t_within(kConfidence, found.degrees);
    for (const SchoolEffect& school : found.schools) {
      const bool charter =
          panel.years[1].schools.model[static_cast<std::size_t>(school.school)] == "charter";
      const double planted = city.growth_effect * ((charter ? 1.0 : 0.0) - 1.0 / 3.0);
      coverage.add(school.effect - reach * school.error, school.effect + reach * school.error,
                   planted);
    }
  }
  expect_nominal(coverage, "value added of schools");
}

}  // namespace
}  // namespace homeroom::estimators
