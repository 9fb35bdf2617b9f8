// Growth planted in schools that children came to by lot, and how often matched comparisons hold
// it.
#include <gtest/gtest.h>

#include "analysis/estimators/matched_comparison.hpp"
#include "tests/recovery/cheap_worlds.hpp"

namespace homeroom::estimators {
namespace {

constexpr int kSchools = 60, kCharters = 30, kChildren = 30;
constexpr double kPlanted = 0.1, kSchoolSd = 0.08;

/// Half of the children of traditional schools go on to a charter, by lot.
panel::Panel draw_movers(CheapWorld& world) {
  panel::Panel panel;
  panel.years.resize(2);
  std::vector<double> own;
  for (int s = 0; s < kSchools; ++s) {
    own.push_back(kSchoolSd * world.normal() + (s < kCharters ? kPlanted : 0.0));
  }
  for (int y = 0; y < 2; ++y) {
    panel::Year& year = panel.years[static_cast<std::size_t>(y)];
    year.year = 2015 + y;
    for (int s = 0; s < kSchools; ++s) {
      year.schools.school.push_back(s);
      year.schools.model.push_back(s < kCharters ? "charter" : "traditional");
    }
    year.schools.index();
  }
  for (int i = 0; i < kSchools * kChildren; ++i) {
    const int from = kCharters + static_cast<int>(world.between(0, kSchools - kCharters));
    const int to = static_cast<int>(world.between(0, kSchools));
    const bool low_income = world.happens(0.6);
    const double ability = 0.85 * world.normal() - 0.3 * low_income;
    const double before = ability + 0.35 * world.normal();
    const double now = 0.9 * ability + own[static_cast<std::size_t>(to)] + 0.4 * world.normal();
    const auto group = world.happens(0.5) ? panel::Group::Black : panel::Group::Hispanic;
    for (int y = 0; y < 2; ++y) {
      panel::Students& students = panel.years[static_cast<std::size_t>(y)].students;
      students.student.push_back(i);
      students.grade.push_back(4 + y);
      students.school.push_back(y == 0 ? from : to);
      students.group.push_back(group);
      students.low_income.push_back(low_income);
      students.english_learner.push_back(0);
      students.special_education.push_back(0);
      students.score[kMath].push_back(static_cast<float>(y == 0 ? before : now));
    }
  }
  panel.students = kSchools * kChildren;
  return panel;
}

TEST(TwinsRecovery, MatchedComparisonsHoldThePlantedGrowth) {
  const TwinQuestion question{2015, 2016, kMath, {"charter"}, {"traditional"}, true};
  Coverage coverage;
  double gaps = 0, effects = 0;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const MatchedComparison found = matched_comparison(draw_movers(world), question);
    coverage.add(found.effect, kPlanted);
    gaps += found.gap / kWorlds;
    effects += found.effect.estimate / kWorlds;
  }
  EXPECT_NEAR(gaps, kPlanted, 0.002);
  EXPECT_NEAR(effects, kPlanted, 0.002);
  expect_nominal(coverage, "matched comparison, errors by school");
}

}  // namespace
}  // namespace homeroom::estimators
