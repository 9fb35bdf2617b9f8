// The pool of teachers without a post.
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/world/invariants_staff.hpp"
#include "tests/unit/staffing_counts.hpp"

namespace homeroom {
namespace {

using namespace examples;

SmallDistrict with_pool() {
  SmallDistrict d(60);
  d.staffing.pool_search = 0;
  d.staffing.pool_leave = 0;
  for (std::size_t post = 0; post < d.world.posts.size(); post += 10) {
    const std::size_t row = d.world.posts.teacher[post].row();
    d.world.teachers.place[row] = TeacherPlace::Pool;
    d.world.posts.teacher[post] = TeacherId{};
  }
  return d;
}

TEST(Pool, IsPlacedByForceOnlyWhereTheLawSaysSoAndSchoolsAreNotExempt) {
  SmallDistrict d = with_pool();
  EXPECT_EQ(d.decide().placements_forced, 0);
  d.law.budget.forced_placement = 1;
  const int forced = d.decide().placements_forced;
  EXPECT_GT(forced, 0);
  for (std::size_t s = 0; s < 60; s += 2) d.hold(SchoolId{s}, Right::S4, 1);
  const StaffingOutcome half = d.decide();
  for (std::size_t s = 0; s < 60; s += 2) EXPECT_EQ(half.school[s].forced, 0);
  d.law.staffing.mutual_consent = 1;
  EXPECT_EQ(d.decide().placements_forced, 0);
}

TEST(Pool, TakesDistrictTeachersWhosePostIsGivenAnotherUse) {
  SmallDistrict d(60);
  d.staffing.pool_search = 0;
  d.staffing.displaced = 0.5;
  const StaffingOutcome outcome = d.decide();
  EXPECT_NEAR(outcome.pool_entries, 0.43 * outcome.teachers_before, 0.06 * outcome.teachers_before);
  d.free().employer = Employer::School;
  for (Employer& employer : d.world.teachers.employer) employer = Employer::School;
  d.ordinary().employer = Employer::School;
  EXPECT_EQ(d.decide().pool_entries, 0);
}

TEST(Pool, PressesLessWhereIdlenessIsUnpaid) {
  SmallDistrict d = with_pool();
  d.law.budget.forced_placement = 1;
  d.law.staffing.idle_pay = 0;
  EXPECT_EQ(d.decide().placements_forced, 0);
}

TEST(Pool, ShrinksFasterWithAnExitPackage) {
  SmallDistrict d = with_pool();
  const int without = d.decide().pool_size;
  d.law.budget.exit_package = 1;
  EXPECT_LT(d.decide().pool_size, without);
}

TEST(Pool, WhoLostAPostMayReclaimOneInTheOldSchoolUnlessItIsWhollyFree) {
  const auto returned = [](double law, double exempt, bool removed) {
    SmallDistrict d = with_pool();
    d.law.staffing.return_rights = law;
    for (std::size_t s = 0; s < 60; ++s) d.hold(SchoolId{s}, Right::S4, exempt);
    for (auto& may : d.world.teachers.may_return) may = !removed;
    const StaffingOutcome outcome = d.decide();
    return std::count_if(outcome.moves.begin(), outcome.moves.end(), [&](const TeacherMove& m) {
      return m.before == TeacherPlace::Pool && m.to && m.how == Hire::Seniority &&
             d.world.teachers.school[m.teacher.row()] == m.to.row();
    });
  };
  EXPECT_GT(returned(1, 0, false), 10);
  EXPECT_EQ(returned(0, 0, false), 0);
  EXPECT_EQ(returned(1, 1, false), 0);
  EXPECT_EQ(returned(1, 0, true), 0);
  // Exempt from placements and not from return rights: .75.
  EXPECT_EQ(returned(1, 0.75, false), returned(1, 0, false));
}

}  // namespace
}  // namespace homeroom
