// The chapter as a whole.
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/world/invariants_staff.hpp"
#include "tests/support/nature_values.hpp"
#include "tests/unit/staffing_counts.hpp"

namespace homeroom {
namespace {

using namespace examples;

TEST(StaffingNature, EveryParameterHasAValueInItsRangeAndNoValueIsLeftOver) {
  StaffingParameters parameters{};
  testing::NatureValues values("staffing");
  parameters.describe(values);
  EXPECT_EQ(values.asked(), values.size());
}

TEST(Staffing, ConservesTeachersOverTheYears) {
  SmallDistrict d(12);
  d.law.budget.forced_placement = 0.5;
  d.ordinary().dismissal_destination = Destination::Pool;
  for (int school = 0; school < 12; ++school) d.hold(SchoolId{std::size_t(school)}, Right::S6, 1);
  for (int year = 0; year < 12; ++year) {
    d.pass_year();
    ASSERT_EQ(staffing_fault(d.world), "") << "year " << year;
    d.turn_year();
  }
}

TEST(Staffing, IsTheSameTwice) {
  const SmallDistrict d(12);
  const StaffingOutcome one = d.decide(), two = d.decide();
  EXPECT_EQ(one.teachers.person, two.teachers.person);
  EXPECT_EQ(one.teachers.fit, two.teachers.fit);
}

TEST(Staffing, ASchoolsEffectInMathematicsIsThatOfThoseWhoTeachIt) {
  const testing::SmallDistrict d(12);
  const StaffingOutcome outcome = d.decide();
  std::vector<double> sum(12), count(12);
  int of_ela = 0;
  for (std::size_t row = 0; row < outcome.teachers.size(); ++row) {
    if (!outcome.teachers.in_school(row)) continue;
    of_ela += outcome.teachers.post[row] == Post::Ela;
    if (outcome.teachers.post[row] == Post::Ela) continue;
    sum[outcome.teachers.school[row]] += static_cast<double>(outcome.teachers.effect[kMath][row]);
    count[outcome.teachers.school[row]] += 1;
  }
  EXPECT_GT(of_ela, 10);
  for (std::size_t s = 0; s < 12; ++s) {
    EXPECT_NEAR(outcome.school[s].mean_effect, sum[s] / count[s], 1e-9) << s;
  }
}

}  // namespace
}  // namespace homeroom
