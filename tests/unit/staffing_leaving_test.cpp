// Who leaves: exits, dismissal, removal, closure, reset.
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/world/invariants_staff.hpp"
#include "tests/unit/staffing_counts.hpp"

namespace homeroom {
namespace {

using namespace examples;

TEST(Exits, FallWithClimateLeadershipAndPayAndRiseWithPovertyFrictionAndUrgency) {
  const auto each = [](SmallDistrict& d, auto&& change) {
    for (std::size_t s = 0; s < d.world.schools.size(); ++s) change(SchoolId{s});
  };
  auto [base, calm] = departures_after(
      [&](SmallDistrict& d) { each(d, [&](SchoolId s) { d.world.schools.climate[s] = 1; }); });
  EXPECT_LT(calm, base);
  EXPECT_LT(departures_after([&](SmallDistrict& d) {
              each(d, [&](SchoolId s) { d.world.schools.principals.leadership[s] += 2; });
            }).second,
            base);
  EXPECT_LT(departures_after([&](SmallDistrict& d) {
              each(d, [&](SchoolId s) { d.world.schools.pay[s] = 0.3; });
            }).second,
            base);
  EXPECT_GT(departures_after([&](SmallDistrict& d) {
              each(d, [&](SchoolId s) {
                d.world.results.school[s].low_income = d.world.results.school[s].enrolment;
              });
            }).second,
            base);
  EXPECT_GT(departures_after([&](SmallDistrict& d) {
              each(d, [&](SchoolId s) { d.world.schools.friction[s] = 0.5; });
            }).second,
            base);
  EXPECT_GT(departures_after([&](SmallDistrict& d) {
              each(d, [&](SchoolId s) { d.world.schools.urgency[s] = 1; });
            }).second,
            base);
  // Support takes the sting out of urgency, exactly.
  EXPECT_EQ(departures_after([&](SmallDistrict& d) {
              each(d, [&](SchoolId s) {
                d.world.schools.urgency[s] = 1;
                d.world.schools.support[s] = 1;
              });
            }).second,
            base);
}

TEST(Exits, AreFewerUnderAnAgreementToWorkTheHours) {
  SmallDistrict imposed(60), agreed(60);
  for (SmallDistrict* d : {&imposed, &agreed}) {
    for (std::size_t s = 0; s < 60; ++s) d->world.schools.hours[SchoolId{s}] = 2;
  }
  for (SchoolModel& model : agreed.law.models) model.elect_to_work = true;
  EXPECT_LT(departures(agreed.decide()), departures(imposed.decide()));
}

TEST(Exits, ToAnotherSchoolAreClosedToThoseWhoseRemovalGoesOn) {
  SmallDistrict d(60);
  EXPECT_GT(moves(d.decide(), Departure::MovedInCity), 0);
  for (auto& years : d.world.teachers.below_years) years = 1;
  EXPECT_EQ(moves(d.decide(), Departure::MovedInCity), 0);
}

TEST(Dismissal, NeedsTheRightAndASkilledLeaderToUseIt) {
  constexpr int kSchools = 240;  // enough that none of the three is a matter of one teacher
  SmallDistrict none = watched(kSchools), some = watched(kSchools), skilled = watched(kSchools);
  for (SmallDistrict* d : {&some, &skilled}) {
    for (std::size_t s = 0; s < kSchools; ++s) d->hold(SchoolId{s}, Right::S6, 1);
  }
  for (std::size_t s = 0; s < kSchools; ++s)
    skilled.world.schools.principals.skill[SchoolId{s}] = 4;
  const int few = all_dismissed(none.decide());
  const int more = all_dismissed(some.decide());
  EXPECT_GT(more, few);
  EXPECT_GT(all_dismissed(skilled.decide()), more);
}

TEST(Dismissal, TenureProtectsWhereNobodyHasTheRight) {
  SmallDistrict d = watched(240);
  d.staffing.removal_begun = 0;
  auto& going_on = d.world.teachers.below_years;
  std::fill(going_on.begin(), going_on.end(), std::uint8_t{0});
  auto& tenured = d.world.teachers.tenured;
  std::fill(tenured.begin(), tenured.end(), std::uint8_t{0});
  d.law.staffing.tenure_years = 200;  // nobody gains it meanwhile
  EXPECT_GT(all_dismissed(d.decide()), 0);
  std::fill(tenured.begin(), tenured.end(), std::uint8_t{1});
  EXPECT_EQ(all_dismissed(d.decide()), 0);
}

TEST(Dismissal, TakesTheLessEffective) {
  SmallDistrict d = watched(120);
  for (std::size_t s = 0; s < 120; ++s) d.hold(SchoolId{s}, Right::S6, 1);
  const StaffingOutcome outcome = d.decide();
  double effect = 0;
  int count = 0;
  for (const TeacherMove& move : outcome.moves) {
    if (move.why != Departure::DismissedPerformance) continue;
    effect += d.world.teachers.effect[kMath][move.teacher.row()];
    ++count;
  }
  ASSERT_GT(count, 10);
  EXPECT_LT(effect / count, d.staffing.effect_mean - 0.5 * d.staffing.effect_sd);
}

TEST(Dismissal, ForMisfitNeedsADistinctDesignAndSparesThePlacedUnderAWorkAgreement) {
  SmallDistrict d(60);
  d.staffing.dismiss_untenured = 0;
  for (std::size_t s = 0; s < 60; ++s) d.hold(SchoolId{s}, Right::S7, 1);
  EXPECT_EQ(moves(d.decide(), Departure::DismissedFit), 0);
  for (std::size_t s = 0; s < 60; ++s) d.world.schools.distinctness[SchoolId{s}] = 1;
  EXPECT_GT(moves(d.decide(), Departure::DismissedFit), 0);
  for (SchoolModel& model : d.law.models) model.elect_to_work = true;
  for (Hire& hired : d.world.teachers.hired) hired = Hire::Forced;
  EXPECT_EQ(moves(d.decide(), Departure::DismissedFit), 0);
}

TEST(Dismissal, GoesWhereTheModelSays) {
  for (Destination to : {Destination::Exit, Destination::Pool, Destination::IdlePay,
                         Destination::OtherSchool, Destination::NearbySchool}) {
    SmallDistrict d = watched(30);
    d.staffing.pool_search = 0;
    d.staffing.exit_base -= 1;
    for (SchoolModel& model : d.law.models) model.dismissal_destination = to;
    for (std::size_t s = 0; s < 30; ++s) d.hold(SchoolId{s}, Right::S6, 1);
    const StaffingOutcome outcome = d.decide();
    int out = 0, pool = 0, school = 0;
    for (const TeacherMove& move : outcome.moves) {
      if (move.why != Departure::DismissedPerformance) continue;
      EXPECT_NE(move.from, move.to);
      out += move.after == TeacherPlace::Outside;
      pool += move.after == TeacherPlace::Pool;
      school += move.after == TeacherPlace::School;
    }
    const int all = out + pool + school;
    ASSERT_GT(all, 0);
    const bool to_school = to == Destination::OtherSchool || to == Destination::NearbySchool;
    const bool to_pool = to == Destination::Pool || to == Destination::IdlePay;
    EXPECT_EQ(out, to == Destination::Exit ? all : 0);
    EXPECT_GE(pool, to_pool ? all : 0);
    EXPECT_GE(school, to_school ? all / 2 : 0);
  }
}

TEST(Removal, WithoutTheRightTakesYears) {
  SmallDistrict d(60);
  d.staffing.dismiss_untenured = 0;
  d.staffing.removal_begun = 1;
  d.staffing.removal_success = 1;
  d.staffing.exit_base = -10;
  d.law.staffing.removal_years = 3;
  std::vector<int> removed;
  for (int year = 0; year < 6; ++year) {
    removed.push_back(all_dismissed(d.decide()));
    d.pass_year();
    d.turn_year();
  }
  EXPECT_EQ(removed[0] + removed[1] + removed[2], 0);
  EXPECT_GT(removed[3], 0);
}

TEST(Closure, SendsTheDistrictsTeachersToThePoolAndOthersOut) {
  for (Employer employer : {Employer::District, Employer::School}) {
    SmallDistrict d;
    d.staffing.pool_search = 0;
    d.staffing.move_share = 0;
    d.staffing.displaced = 0;
    d.free().employer = employer;
    for (std::size_t row = 0; row < d.world.teachers.size(); ++row) {
      if (d.world.teachers.school[row] == 1) d.world.teachers.employer[row] = employer;
    }
    d.world.schools.status[kSecond] = SchoolStatus::Closed;
    d.world.results.school[kSecond] = SchoolYear{};
    const StaffingOutcome outcome = d.decide();
    EXPECT_EQ(outcome.school[1].posts, 0);
    EXPECT_EQ(outcome.school[1].departures, outcome.school[1].staff_before);
    const int pool = employer == Employer::District ? outcome.school[1].staff_before : 0;
    EXPECT_EQ(outcome.pool_entries, pool);
  }
}

TEST(Reset, KeepsTheBestByEvaluationAndByChanceUnderANewEmployer) {
  const auto kept_seen = [](Employer employer) {
    SmallDistrict d = watched(60);
    d.staffing.exit_base = -10;
    for (SchoolModel& model : d.law.models) {
      model.staff_reset = true;
      model.reset_keep_share = 0.5;
      model.employer = employer;
    }
    for (std::size_t s = 0; s < 60; ++s) {
      d.world.schools.in_model_since[SchoolId{s}] = d.world.year;
    }
    const StaffingOutcome outcome = d.decide();
    // No chance: whole teachers, school by school.
    EXPECT_NEAR(moves(outcome, Departure::Reset), 0.5 * outcome.teachers_before,
                0.03 * outcome.teachers_before);
    double effect = 0;
    for (const TeacherMove& move : outcome.moves) {
      if (move.why == Departure::Reset)
        effect += d.world.teachers.effect[kMath][move.teacher.row()];
    }
    return effect / moves(outcome, Departure::Reset);
  };
  EXPECT_LT(kept_seen(Employer::District), kept_seen(Employer::State) - 0.05);
}

TEST(Takeover, DrivesTeachersOutForSomeYears) {
  auto [base, taken] = departures_after([](SmallDistrict& d) {
    for (SchoolModel& model : d.law.models) {
      model.origin = Origin::Imposed;
      model.employer = Employer::State;
    }
    for (std::size_t s = 0; s < 60; ++s) {
      d.world.schools.in_model_since[SchoolId{s}] = d.world.year - 1;
    }
  });
  EXPECT_GT(taken, base);
}

TEST(Exits, OfPoorTeachersRiseUnderTheThreatOfDismissalUnlessSupported) {
  const auto left = [](double right, double support) {
    SmallDistrict d = watched(60);
    d.staffing.dismiss_rate = d.staffing.dismiss_untenured = 0;  // the threat alone
    for (std::size_t s = 0; s < 60; ++s) {
      d.hold(SchoolId{s}, Right::S6, right);
      d.world.schools.support[SchoolId{s}] = support;
    }
    return departures(d.decide());
  };
  EXPECT_GT(left(1, 0), left(0, 0));
  EXPECT_EQ(left(1, 1), left(0, 1));
}

TEST(Reset, ARestartSendsStaffAwayUnderAnyModel) {
  SmallDistrict d(60);
  d.staffing.exit_base = -50;
  d.staffing.displaced = 0;
  EXPECT_EQ(moves(d.decide(), Departure::Reset), 0);
  for (std::size_t s = 0; s < 60; ++s) {
    d.world.schools.status[SchoolId{s}] = SchoolStatus::Restart;
    d.world.schools.in_model_since[SchoolId{s}] = d.world.year;
  }
  const StaffingOutcome outcome = d.decide();
  // No chance: whole teachers, at most one a school.
  EXPECT_NEAR(moves(outcome, Departure::Reset),
              (1 - d.staffing.restart_keep) * outcome.teachers_before, 60);
  // A restart of last year is over.
  for (std::size_t s = 0; s < 60; ++s) {
    d.world.schools.in_model_since[SchoolId{s}] = d.world.year - 1;
  }
  EXPECT_EQ(moves(d.decide(), Departure::Reset), 0);
}

TEST(Tenure, ComesWithAsManyYearsOfServiceAsTheLawAsks) {
  SmallDistrict d;
  d.law.staffing.tenure_years = 3;
  Teachers& teachers = d.world.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    teachers.tenured[row] = 0;
    teachers.seniority[row] = static_cast<std::uint8_t>(row % 4);
  }
  staffing::Book book(d.world, d.law, d.staffing, d.dice);
  staffing::look_at_schools(book);
  staffing::age(book);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (!teachers.in_school(row)) continue;
    EXPECT_EQ(book.teachers.tenured[row] != 0, row % 4 + 1 >= 3) << row % 4 << " years before";
  }
}

}  // namespace
}  // namespace homeroom
