#include <gtest/gtest.h>

#include <algorithm>

#include "sim/world/invariants_staff.hpp"
#include "sim/year/posts.hpp"
#include "sim/year/staffing_book.hpp"
#include "sim/year/staffing_outside.hpp"
#include "tests/support/nature_values.hpp"
#include "tests/support/small_district.hpp"

namespace homeroom {
namespace {

using testing::SmallDistrict;

constexpr SchoolId kFirst{std::size_t{0}};   // elementary, ordinary model
constexpr SchoolId kSecond{std::size_t{1}};  // middle school, free model

int departures(const StaffingOutcome& outcome) {
  int all = 0;
  for (const SchoolStaffing& school : outcome.school) all += school.departures;
  return all;
}

int moves(const StaffingOutcome& outcome, Departure why) {
  return static_cast<int>(std::count_if(outcome.moves.begin(), outcome.moves.end(),
                                        [&](const TeacherMove& m) { return m.why == why; }));
}

int hires(const StaffingOutcome& outcome, Hire how) {
  return static_cast<int>(
      std::count_if(outcome.moves.begin(), outcome.moves.end(),
                    [&](const TeacherMove& m) { return m.to && m.how == how; }));
}

int all_dismissed(const StaffingOutcome& outcome) {
  return moves(outcome, Departure::DismissedPerformance) + moves(outcome, Departure::DismissedFit);
}

/// A world whose teachers have been watched for some years.
SmallDistrict watched(int schools = 30) {
  SmallDistrict d(schools);
  for (int year = 0; year < 4; ++year) {
    d.pass_year();
    d.turn_year();
  }
  return d;
}

/// Departures of two otherwise equal districts: the second after `change`.
template <class Change>
std::pair<int, int> departures_after(Change&& change) {
  SmallDistrict before(60), after(60);
  change(after);
  return {departures(before.decide()), departures(after.decide())};
}

TEST(StaffingNature, EveryParameterHasAValueInItsRangeAndNoValueIsLeftOver) {
  StaffingParameters parameters{};
  testing::NatureValues values("staffing");
  parameters.describe(values);
  EXPECT_EQ(values.asked(), values.size());
}

TEST(Posts, AreOneForEachSectionAndSubject) {
  SmallDistrict d;
  // 44 children a grade: two sections of 22 in six grades; two of 24 in two subjects and 3 or 4
  // grades. Two schools of each span.
  EXPECT_EQ(d.world.posts.size(), 2u * (6 * 2 + 3 * 2 * 2 + 4 * 2 * 2));
  d.world.results.school[kFirst].by_grade[3] = 45;
  build_posts(d.world, d.law);
  EXPECT_EQ(d.world.posts.size(), 81u);
  EXPECT_EQ(sections_of(0, 0, d.law.staffing), 0);
  EXPECT_EQ(sections_of(6, 24, d.law.staffing), 1);
  EXPECT_EQ(sections_of(6, 25, d.law.staffing), 2);
}

TEST(Posts, ALostSectionSendsTheJuniorToAnotherGradeThenToThePool) {
  SmallDistrict d;
  d.staffing.exit_base = -10;  // nobody leaves: one section less is all that happens
  d.staffing.displaced = 0;
  SchoolYear& year = d.world.results.school[kFirst];
  year.by_grade[2] = 22;
  year.by_grade[4] = 45;
  StaffingOutcome same_school = d.decide();
  EXPECT_EQ(moves(same_school, Departure::Excess), 0);
  year.by_grade[4] = 44;
  const StaffingOutcome less = d.decide();
  ASSERT_EQ(moves(less, Departure::Excess), 1);
  const auto gone = std::find_if(less.moves.begin(), less.moves.end(),
                                 [](const TeacherMove& m) { return m.why == Departure::Excess; });
  const Teachers& before = d.world.teachers;
  for (std::size_t row = 0; row < before.size(); ++row) {
    if (before.school[row] == 0 && before.grade[row] == 2 && before.in_school(row)) {
      EXPECT_GE(before.seniority[row], before.seniority[gone->teacher.row()]);
    }
  }
}

TEST(Posts, OfTwoWithEqualClaimsTheSamePersonGoesInAnyOrderOfRows) {
  const auto person_left_over = [](bool swapped) {
    Teachers t;
    for (std::uint64_t person : swapped ? std::array{8, 7} : std::array{7, 8}) {
      const std::size_t row = t.free_row(t.size()).row();
      t.person[row] = person;
      t.place[row] = TeacherPlace::School;
    }
    Column<SchoolRow, SchoolYear> year(1);
    year[kFirst].by_grade[0] = 1;
    Posts posts = lay_posts(year, StaffingLaw{});
    const auto excess = take_posts(t, posts, {0.0f, 0.0f});
    return t.person[excess.at(0).row()];
  };
  EXPECT_EQ(person_left_over(false), person_left_over(true));
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

TEST(Applications, OfOnePersonDoNotDependOnWhoElseApplies) {
  const SmallDistrict d(60);
  staffing::Book book(d.world, d.law, d.staffing, d.dice);
  staffing::look_at_schools(book);
  staffing::exits(book);
  staffing::match_posts(book);
  staffing::list_candidates(book);
  std::vector<std::uint32_t> all, odd;
  for (std::uint32_t i = 0; i < book.candidates.size(); ++i) {
    all.push_back(i);
    if (i % 2 == 1) odd.push_back(i);
  }
  const staffing::Bids of_all = staffing::apply(book, all, 4, 0);
  const staffing::Bids of_odd = staffing::apply(book, odd, 4, 0);
  ASSERT_GT(of_odd.bid.size(), odd.size());
  for (std::size_t k = 0; k < odd.size(); ++k) {
    const std::uint32_t one = of_odd.first[k], other = of_all.first[odd[k]];
    ASSERT_EQ(of_odd.first[k + 1] - one, of_all.first[odd[k] + 1] - other);
    for (std::uint32_t b = 0; b < of_odd.first[k + 1] - one; ++b) {
      EXPECT_EQ(of_odd.bid[one + b].program, of_all.bid[other + b].program);
      EXPECT_EQ(of_odd.bid[one + b].priority, of_all.bid[other + b].priority);
    }
  }
}

TEST(Dismissal, NeedsTheRightAndASkilledLeaderToUseIt) {
  SmallDistrict none = watched(), some = watched(), skilled = watched();
  for (SmallDistrict* d : {&some, &skilled}) {
    for (std::size_t s = 0; s < 30; ++s) d->hold(SchoolId{s}, Right::S6, 1);
  }
  for (std::size_t s = 0; s < 30; ++s) skilled.world.schools.principals.skill[SchoolId{s}] = 4;
  const int few = all_dismissed(none.decide());
  const int more = all_dismissed(some.decide());
  EXPECT_GT(more, few);
  EXPECT_GT(all_dismissed(skilled.decide()), more);
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

TEST(Hiring, NeedsNobodyButWhoIsThere) {
  SmallDistrict d(30);
  d.world.city.supply_per_vacancy = 0;
  d.staffing.displaced = 0;
  const StaffingOutcome outcome = d.decide();
  EXPECT_EQ(outcome.hires_outside, 0);
  int vacancies = 0;
  for (const SchoolStaffing& school : outcome.school) vacancies += school.vacancies;
  EXPECT_EQ(vacancies, outcome.teachers_left);
}

TEST(Hiring, ASmallSupplyLeavesPostsToSubstitutes) {
  const auto vacancies = [](double supply) {
    SmallDistrict d(60);
    d.world.city.supply_per_vacancy = supply;
    int all = 0;
    for (const SchoolStaffing& school : d.decide().school) all += school.vacancies;
    return all;
  };
  EXPECT_GT(vacancies(0.3), vacancies(2.0));
}

TEST(Hiring, ByASkilledLeaderWithItsOwnSelectionFindsBetterTeachers) {
  double with = 0, without = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    for (double right : {0.0, 1.0}) {
      SmallDistrict d(30, 44, seed);
      d.staffing.noise_skill = 3;  // strong, so that few districts show it
      for (std::size_t s = 0; s < 30; s += 2) {
        d.hold(SchoolId{s}, Right::S5, right);
        d.hold(SchoolId{s}, Right::S1, 1);
        d.hold(SchoolId{s}, Right::S2, 1);
        d.world.schools.principals.skill[SchoolId{s}] = 3;
      }
      const StaffingOutcome outcome = d.decide();
      for (std::size_t s = 0; s < 30; s += 2)
        (right > 0 ? with : without) += outcome.school[s].mean_effect;
    }
  }
  EXPECT_GT(with, without);
}

TEST(Hiring, StartsEarlierHiresFewerLate) {
  SmallDistrict late(60), early(60);
  late.law.staffing.hiring_start = 0;
  early.law.staffing.hiring_start = 1;
  EXPECT_GT(hires(late.decide(), Hire::Late), hires(early.decide(), Hire::Late));
}

TEST(Seniority, FillsPostsOnlyWhereTheContractSaysSo) {
  SmallDistrict d(60);
  d.law.staffing.seniority_transfers = 1;
  EXPECT_GT(hires(d.decide(), Hire::Seniority), 0);
  SmallDistrict free(60);
  for (std::size_t s = 0; s < 60; ++s) free.hold(SchoolId{s}, Right::S3, 1);
  EXPECT_EQ(hires(free.decide(), Hire::Seniority), 0);
  SmallDistrict consent(60);
  consent.law.staffing.mutual_consent = 1;
  EXPECT_EQ(hires(consent.decide(), Hire::Seniority), 0);
}

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

TEST(Recruitment, TakesTheBestAndTheirSchoolsLoseThem) {
  SmallDistrict d(60);
  d.free().recruitment = 1;
  for (std::size_t s = 1; s < 60; s += 2) d.world.schools.principals.leadership[SchoolId{s}] = 2;
  const StaffingOutcome outcome = d.decide();
  int recruited = 0, lost = 0;
  double effect = 0;
  for (const TeacherMove& move : outcome.moves) {
    if (move.why != Departure::Recruited) continue;
    ++recruited;
    EXPECT_EQ(move.from.row() % 2, 0u);
    EXPECT_EQ(move.to.row() % 2, 1u);
    EXPECT_EQ(outcome.teachers.bonus_years[move.teacher.row()], d.staffing.bonus_years);
    effect += d.world.teachers.effect[kMath][move.teacher.row()];
  }
  for (const SchoolStaffing& school : outcome.school) lost += school.recruited_away;
  ASSERT_GT(recruited, 3);
  EXPECT_GT(effect / recruited, d.staffing.effect_mean + 0.5 * d.staffing.effect_sd);
  EXPECT_EQ(lost, recruited);
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

TEST(Outside, TheSamePersonIsDrawnAloneAndInTheList) {
  SmallDistrict d;
  const StaffingOutcome outcome = d.decide();
  int found = 0;
  for (const TeacherMove& move : outcome.moves) {
    if (move.before != TeacherPlace::Outside) continue;
    const auto index = static_cast<std::uint32_t>(move.person);
    const TeacherDraft draft =
        draw_outside_candidate(d.dice, d.staffing, d.world.city, d.world.year, index);
    EXPECT_EQ(draft.person, move.person);
    EXPECT_EQ(draft.effect[kMath], outcome.teachers.effect[kMath][move.teacher.row()]);
    EXPECT_EQ(draft.experience, outcome.teachers.experience[move.teacher.row()]);
    ++found;
  }
  EXPECT_GT(found, 0);
}

TEST(Outside, QualityFallsBeyondTheOrdinaryList) {
  SmallDistrict d;
  const double list = d.world.city.supply_per_vacancy * d.world.city.ordinary_vacancies;
  const auto last = static_cast<std::uint32_t>(2 * list) - 1;
  StaffingParameters level = d.staffing;
  level.supply_fall = 0;
  const TeacherDraft flat = draw_outside_candidate(d.dice, level, d.world.city, 2001, last);
  const TeacherDraft fallen = draw_outside_candidate(d.dice, d.staffing, d.world.city, 2001, last);
  EXPECT_NEAR(flat.effect[kMath] - fallen.effect[kMath], d.staffing.supply_fall, 0.02);
  EXPECT_EQ(draw_outside_candidate(d.dice, level, d.world.city, 2001, 0).effect[kMath],
            draw_outside_candidate(d.dice, d.staffing, d.world.city, 2001, 0).effect[kMath]);
}

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
  EXPECT_NEAR(mean_experience(), before, 1.5);
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
  EXPECT_NEAR(moves(outcome, Departure::Reset),
              (1 - d.staffing.restart_keep) * outcome.teachers_before, 60);
  // A restart of last year is over.
  for (std::size_t s = 0; s < 60; ++s) {
    d.world.schools.in_model_since[SchoolId{s}] = d.world.year - 1;
  }
  EXPECT_EQ(moves(d.decide(), Departure::Reset), 0);
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
