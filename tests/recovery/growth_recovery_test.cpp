// Growth planted in schools, and how often medians of growth percentiles hold it.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/estimators/school_growth.hpp"
#include "tests/recovery/cheap_worlds.hpp"

namespace homeroom::estimators {
namespace {

constexpr int kSchools = 20, kChildren = 60;  // of each school
constexpr double kNoise = 0.5, kPlanted = 0.15;

/// Children who have a year behind them; the first school adds `kPlanted` more.
panel::Panel draw_growth(CheapWorld& world) {
  panel::Panel panel;
  panel.years.resize(2);
  panel.students = kSchools * kChildren;
  for (int i = 0; i < panel.students; ++i) {
    const double before = world.normal(), effect = i % kSchools == 0 ? kPlanted : 0.0;
    const double now = 0.8 * before + effect + kNoise * world.normal();
    for (int y = 0; y < 2; ++y) {
      panel::Year& year = panel.years[static_cast<std::size_t>(y)];
      year.year = 2015 + y;
      year.students.student.push_back(i);
      year.students.grade.push_back(4 + y);
      year.students.school.push_back(i % kSchools);
      year.students.score[kMath].push_back(static_cast<float>(y == 0 ? before : now));
    }
  }
  return panel;
}

double phi(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

/// Where the median child of a school that adds so much stands among all children.
double true_median(double added) {
  const double planted = 1.0 / kSchools, at = added / kNoise;
  return 100.0 * ((1.0 - planted) * phi(at) + planted * phi(at - kPlanted / kNoise));
}

TEST(GrowthRecovery, MediansHoldWhatSchoolsAdd) {
  Coverage planted, plain;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const panel::Panel panel = draw_growth(world);
    const GrowthPercentiles growth = growth_percentiles(panel, {2016, kMath, 100});
    const std::vector<SchoolGrowth> schools = school_growth(panel.years[1], growth, 20, 0.95);
    planted.add(schools[0].median.low, schools[0].median.high, true_median(kPlanted));
    plain.add(schools[1].median.low, schools[1].median.high, true_median(0.0));
  }
  expect_nominal(planted, "median growth percentile, the school that adds");
  expect_nominal(plain, "median growth percentile, a school that does not");
}

}  // namespace
}  // namespace homeroom::estimators
