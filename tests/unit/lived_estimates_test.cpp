// Percentiles, survival, differences and twins over the records of a city that was run.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "analysis/estimators/difference_in_differences.hpp"
#include "analysis/estimators/growth_percentiles.hpp"
#include "analysis/estimators/kaplan_meier.hpp"
#include "analysis/estimators/matched_comparison.hpp"
#include "analysis/estimators/moments.hpp"
#include "analysis/estimators/school_growth.hpp"
#include "analysis/estimators/school_spells.hpp"
#include "tests/support/lived_panel.hpp"

namespace homeroom::estimators {
namespace {

constexpr int kYear = 2013;

const panel::Panel& boston() { return lived_panel("boston"); }

const panel::Year& year_2013() { return boston().years.at(2); }

// The published percentile ranks a child in the state, by a closed form; ours among the city's
// children, by splines: one order, another middle.
TEST(LivedEstimates, PercentilesGoWithWhatIsPublished) {
  for (const int subject : {kMath, kEla}) {
    const GrowthPercentiles growth = growth_percentiles(boston(), {kYear, subject, 1000});
    Moments pairs;
    std::set<int> grades;
    for (std::size_t i = 0; i < growth.percentile.size(); ++i) {
      const auto published = static_cast<double>(year_2013().students.sgp[subject][i]);
      if (growth.percentile[i] == panel::kNobody || std::isnan(published)) continue;
      pairs.add(published, growth.percentile[i]);
      grades.insert(year_2013().students.grade[i]);
    }
    EXPECT_EQ(grades, (std::set<int>{4, 5, 6, 7, 8, 10}));
    EXPECT_GT(pairs.correlation(), 0.96);
    EXPECT_NEAR(pairs.mean_y(), 50.0, 1.0);
  }
}

TEST(LivedEstimates, MediansOfSchoolsGoWithWhatIsPublished) {
  const GrowthPercentiles growth = growth_percentiles(boston(), {kYear, kMath, 1000});
  Moments pairs;
  for (const SchoolGrowth& school : school_growth(year_2013(), growth, 20, 0.95)) {
    const auto row = static_cast<std::size_t>(year_2013().schools.row_of(school.school));
    const double published = year_2013().schools.median_sgp[kMath][row];
    if (!std::isnan(published)) pairs.add(published, school.median.median);
  }
  EXPECT_GT(pairs.count(), 10);
  EXPECT_GT(pairs.correlation(), 0.9);
}

TEST(LivedEstimates, SpellsHoldEverySchoolAndYear) {
  double years = 0, watched = 0;
  for (const panel::Year& year : boston().years) {
    years += static_cast<double>(year.schools.size());
  }
  for (const auto& [model, spells] : school_spells(boston())) {
    for (const Spell& spell : spells) watched += spell.until - spell.from;
    for (const SurvivalStep& step : kaplan_meier(spells, 0.95)) EXPECT_LE(step.survival, 1.0);
  }
  EXPECT_EQ(watched, years);
}

TEST(LivedEstimates, TwinsAreFoundForChildrenOfCharters) {
  const MatchedComparison found = matched_comparison(
      boston(), {2012, kYear, kMath, {"independent_charter"}, {"traditional"}, true});
  EXPECT_GT(found.matched, 20);
  EXPECT_GE(found.twins_a_child, 1.0);
  EXPECT_LE(found.twins_a_child, 7.0);
  EXPECT_TRUE(std::isfinite(found.effect.error));
  EXPECT_NEAR(found.gap, found.effect.estimate, 3 * found.effect.error);
}

TEST(LivedEstimates, AdoptionKnowsTheFirstYearOfEachSchool) {
  const Adoption adoption = adoption_of_models(boston(), {"independent_charter"}, {kMath, kEla});
  refuse_faults(adoption);
  const panel::Schools& schools = boston().years.at(0).schools;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    EXPECT_EQ(adoption.first.at(schools.school[s]) == 2011,
              schools.model[s] == "independent_charter");
  }
}

}  // namespace
}  // namespace homeroom::estimators
