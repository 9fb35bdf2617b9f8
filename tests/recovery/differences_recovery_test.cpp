// Changes planted in schools year by year, and how often differences in differences hold them.
#include <gtest/gtest.h>

#include "analysis/estimators/difference_in_differences.hpp"
#include "analysis/estimators/event_study.hpp"
#include "tests/recovery/cheap_worlds.hpp"

namespace homeroom::estimators {
namespace {

constexpr int kFirst = 2008, kYears = 8;

/// Schools with levels of their own and shocks that last from year to year; what begins in them
/// adds `at_once`, and `a_year` more each year.
struct Changes {
  int schools = 60;
  std::vector<int> begins;  ///< years, taken in turns; kNever among them
  double at_once = 0.1, a_year = 0;
};

Adoption draw_changes(CheapWorld& world, const Changes& of) {
  Adoption adoption;
  adoption.outcome = "mean score";
  double common[kYears];
  for (double& shock : common) shock = 0.05 * world.normal();
  for (int unit = 0; unit < of.schools; ++unit) {
    const int first = of.begins[static_cast<std::size_t>(unit) % of.begins.size()];
    adoption.first[unit] = first;
    const double level = 0.4 * world.normal();
    double shock = 0.1 * world.normal();
    for (int y = 0; y < kYears; ++y) {
      shock = 0.6 * shock + 0.08 * world.normal();
      const int year = kFirst + y;
      const double effect = year >= first ? of.at_once + of.a_year * (year - first) : 0.0;
      adoption.rows.push_back({unit, year, level + common[y] + shock + effect});
    }
  }
  return adoption;
}

TEST(DifferencesRecovery, TwoWayEffectsHoldWhatBeginsAtOnce) {
  const Changes changes{.schools = 60, .begins = {2012, kNever}};
  Coverage coverage;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    coverage.add(difference_in_differences(draw_changes(world, changes)).of(kBegan), 0.1);
  }
  expect_nominal(coverage, "difference in differences, 30 of 60 schools, errors by school");
}

// One school has no error, two and six are told too surely, with a warning.
TEST(DifferencesRecovery, TwoWayEffectsHoldLessWhereFewSchoolsBegin) {
  for (const int treated : {1, 2, 6}) {
    Changes changes{.schools = 60, .begins = std::vector<int>(60, kNever)};
    for (int s = 0; s < treated; ++s) changes.begins[static_cast<std::size_t>(s)] = 2012;
    Coverage coverage;
    for (int i = 1; i <= kWorlds; ++i) {
      CheapWorld world(i);
      const LinearFit fit = difference_in_differences(draw_changes(world, changes));
      ASSERT_FALSE(fit.warnings.empty()) << treated;
      if (treated == 1) {
        ASSERT_TRUE(std::isnan(fit.of(kBegan).error));
      } else {
        coverage.add(fit.of(kBegan), 0.1);
      }
    }
    if (treated == 1) continue;
    EXPECT_LT(coverage.told("difference in differences, " + std::to_string(treated) + " of 60"),
              0.95);
  }
}

// Effects that grow, begun in three years: the regression misses their mean, and says so.
TEST(DifferencesRecovery, EventStudiesHoldWhatGrowsWhereTwoWayEffectsDoNot) {
  const Changes changes{
      .schools = 80, .begins = {2010, 2012, 2014, kNever}, .at_once = 0.05, .a_year = 0.05};
  // Mean over schools and years since: 2010 has six years, 2012 four, 2014 two.
  const double mean = 0.05 + 0.05 * ((0 + 1 + 2 + 3 + 4 + 5) + (0 + 1 + 2 + 3) + (0 + 1)) / 12.0;
  Coverage at_once, after_three, before, all, never, two_way;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const Adoption adoption = draw_changes(world, changes);
    const EventStudy study = event_study(adoption, Controls::NotYetBegan, 0.95);
    for (const EventYear& year : study.years) {
      if (year.since == 0) at_once.add(year.effect, 0.05);
      if (year.since == 3) after_three.add(year.effect, 0.2);
      if (year.since == -2) before.add(year.effect, 0.0);
    }
    all.add(study.after.effect, mean);
    never.add(event_study(adoption, Controls::NeverBegan, 0.95).after.effect, mean);
    two_way.add(difference_in_differences(adoption).of(kBegan), mean);
  }
  expect_nominal(at_once, "event study, the first year");
  expect_nominal(after_three, "event study, three years on");
  expect_nominal(before, "event study, two years before");
  expect_nominal(all, "event study, all years, not yet begun as controls");
  expect_nominal(never, "event study, all years, never begun as controls");
  EXPECT_LT(two_way.told("difference in differences of the same"), 0.6);
}

}  // namespace
}  // namespace homeroom::estimators
