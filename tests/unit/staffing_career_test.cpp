// Careers and the stationary start.
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/year/staffing_outside.hpp"
#include "tests/support/nature_values.hpp"
#include "tests/unit/staffing_counts.hpp"

namespace homeroom {
namespace {

using namespace examples;

TEST(Career, WithAConstantHazardIsGeometric) {
  StaffingParameters p = testing::shipped<StaffingParameters>("staffing");
  p.exit_early = p.exit_late = p.exit_effect = p.move_share = p.displaced = 0;
  p.exit_base = -1.3862943611198906;  // a hazard of one fifth
  const StationaryCareer career(p, 1.0);
  EXPECT_NEAR(career.turnover(), 0.2, 1e-9);
  EXPECT_EQ(career.experience(0.199), 0);
  EXPECT_EQ(career.experience(0.201), 1);
  EXPECT_EQ(career.experience(1 - 0.8 * 0.8 * 0.8 + 0.001), 3);
}

// As many come as leave: in a stationary career the share of those in their first year in the city
// is that of those who leave it. Careers end after fifty years, hence the tolerance.
TEST(Career, HasAsManyNewcomersAsItLoses) {
  const auto p = testing::shipped<StaffingParameters>("staffing");
  for (const double novices : {1.0, 0.6}) {
    const StationaryCareer career(p, novices);
    constexpr int kGrid = 300;
    int newcomers = 0;
    for (int i = 0; i < kGrid; ++i) {
      const int experience = career.experience((i + 0.5) / kGrid);
      for (int k = 0; k < kGrid; ++k) {
        const int seniority = career.seniority(experience, (k + 0.5) / kGrid);
        EXPECT_GE(seniority, 0);
        EXPECT_LE(seniority, experience);
        newcomers += seniority == 0;
        if (novices == 1.0) EXPECT_EQ(seniority, experience);
      }
    }
    EXPECT_NEAR(newcomers / double{kGrid * kGrid}, career.attrition(), 0.004);
  }
}

TEST(Career, IsShorterInAHardSchool) {
  const auto p = testing::shipped<StaffingParameters>("staffing");
  const StationaryCareer easy(p, 0.6, -0.5), hard(p, 0.6, 0.5);
  EXPECT_GT(hard.turnover(), easy.turnover());
  EXPECT_LT(hard.experience(0.5), easy.experience(0.5));
}

TEST(Career, IsWhereADistrictStays) {
  SmallDistrict d(90);
  const auto mean_experience = [&] {
    double sum = 0, count = 0;
    for (std::size_t row = 0; row < d.world.teachers.size(); ++row) {
      if (!d.world.teachers.in_school(row)) continue;
      sum += d.world.teachers.experience[row];
      ++count;
    }
    return sum / count;
  };
  const double before = mean_experience();
  for (int year = 0; year < 12; ++year) {
    d.pass_year();
    d.turn_year();
  }
  // A band, since the market prefers experience; the exact form is in renewal_theory_test.cpp.
  EXPECT_NEAR(mean_experience(), before, 1.5);
}

}  // namespace
}  // namespace homeroom
