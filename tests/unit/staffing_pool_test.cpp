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
  // Some 800 teachers: 3.4 standard errors, once in 1,500 fair programs.
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

/// Of teachers who were all placed without consent, the share that schools send back this year.
double sent_back(double consent_before, double consent_now) {
  SmallDistrict d(60);
  d.staffing.placed_released = 0.8;
  for (Hire& hired : d.world.teachers.hired) hired = Hire::Forced;
  d.law.staffing.mutual_consent = consent_before;
  d.law.staffing.mutual_consent.set(d.world.year, consent_now);
  const StaffingOutcome outcome = d.decide();
  return static_cast<double>(moves(outcome, Departure::Released)) / outcome.teachers_before;
}

// About 600 teachers, of whom a sixth have left before: three standard errors are .06, for a false
// alarm in 370 seeds; the seed is fixed. Whoever finds a post again has moved as well.
TEST(Pool, SchoolsSendBackWhomTheyHadToTakeWhenTheyMayRefuse) {
  EXPECT_NEAR(sent_back(0, 1), 0.8 * 0.85, 0.06);
  EXPECT_NEAR(sent_back(0.25, 1), 0.8 * 0.85, 0.06);
  EXPECT_NEAR(sent_back(0.25, 0.625), 0.4 * 0.85, 0.06);
  EXPECT_EQ(sent_back(1, 1), 0);
  EXPECT_EQ(sent_back(0.25, 0.25), 0);
  EXPECT_EQ(sent_back(1, 0.25), 0);
}

TEST(Pool, HoldsNobodyWhoCameByConsentWhenTheLawChanges) {
  SmallDistrict d(60);
  d.staffing.placed_released = 1;
  d.law.staffing.mutual_consent = 0;
  d.law.staffing.mutual_consent.set(d.world.year, 1);
  EXPECT_EQ(moves(d.decide(), Departure::Released), 0);
}

}  // namespace
}  // namespace homeroom
