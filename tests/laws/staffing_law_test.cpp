// What must hold of staffing in any district, whatever its rights, levers and luck.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "sim/world/invariants_staff.hpp"
#include "sim/year/staffing_outside.hpp"
#include "tests/support/small_district.hpp"

namespace homeroom {
namespace {

using testing::SmallDistrict;

double share() { return *rc::gen::inRange(0, 5) / 4.0; }

void draw_models(SmallDistrict& d) {
  for (SchoolModel& model : d.law.models) {
    model.employer = static_cast<Employer>(*rc::gen::inRange(0, 3));
    model.dismissal_destination = static_cast<Destination>(*rc::gen::inRange(0, 6));
    model.origin = static_cast<Origin>(*rc::gen::inRange(0, 4));
    model.tenure = *rc::gen::arbitrary<bool>();
    model.elect_to_work = *rc::gen::arbitrary<bool>();
    model.staff_reset = *rc::gen::arbitrary<bool>();
    model.reset_keep_share = share();
    model.recruitment = share();
  }
}

void draw_law(SmallDistrict& d) {
  d.law.budget.forced_placement = share();
  d.law.budget.exit_package = share();
  d.law.staffing.mutual_consent = share() > 0.5 ? 1.0 : 0.0;
  d.law.staffing.seniority_transfers = share();
  d.law.staffing.hiring_start = share();
  d.world.city.supply_per_vacancy = 3 * share();
}

void draw_rights(SmallDistrict& d) {
  for (std::size_t s = 0; s < d.world.schools.size(); ++s) {
    for (int right = 0; right < kRights; ++right) {
      d.hold(SchoolId{s}, static_cast<Right>(right), share());
    }
    d.world.schools.distinctness[SchoolId{s}] = share();
    d.world.schools.climate[SchoolId{s}] = 2 * share() - 1;
  }
}

SmallDistrict draw_district() {
  SmallDistrict d(*rc::gen::inRange(1, 10), *rc::gen::inRange(10, 60),
                  static_cast<std::uint64_t>(*rc::gen::inRange(0, 1 << 30)));
  draw_models(d);
  draw_law(d);
  draw_rights(d);
  return d;
}

/// Enrolment moves, schools close, others start again.
void shake(SmallDistrict& d) {
  for (std::size_t s = 0; s < d.world.schools.size(); ++s) {
    const SchoolId school{s};
    SchoolYear& year = d.world.results.school[school];
    for (int& children : year.by_grade) {
      children = children > 0 ? std::max(1, children + *rc::gen::inRange(-15, 16)) : 0;
    }
    const int fate = *rc::gen::inRange(0, 20);
    if (fate == 0) {
      d.world.schools.status[school] = SchoolStatus::Closed;
      year = SchoolYear{};
    }
    if (fate == 1) d.world.schools.in_model_since[school] = d.world.year;
  }
}

TEST(StaffingLaw, NobodyIsMadeNobodyLostNoPostHeldTwice) {
  EXPECT_TRUE(rc::check([] {
    SmallDistrict d = draw_district();
    for (int year = 0; year < 4; ++year) {
      shake(d);
      d.pass_year();
      RC_ASSERT(staffing_fault(d.world) == "");
      d.turn_year();
    }
  }));
}

TEST(StaffingLaw, EveryTeacherIsAnotherPerson) {
  EXPECT_TRUE(rc::check([] {
    SmallDistrict d = draw_district();
    for (int year = 0; year < 3; ++year) {
      shake(d);
      d.pass_year();
      d.turn_year();
    }
    std::set<std::uint64_t> names;
    for (std::size_t row = 0; row < d.world.teachers.size(); ++row) {
      if (d.world.teachers.place[row] == TeacherPlace::Outside) continue;
      RC_ASSERT(names.insert(d.world.teachers.person[row]).second);
    }
  }));
}

TEST(StaffingLaw, TwoPoliciesMeetTheSameCandidates) {
  EXPECT_TRUE(rc::check([] {
    SmallDistrict a = draw_district();
    SmallDistrict b = a;
    draw_models(b);
    draw_rights(b);
    a.pass_year();
    b.pass_year();
    for (const SmallDistrict* d : {&a, &b}) {
      for (const TeacherMove& move : d->world.results.moves) {
        if (move.before != TeacherPlace::Outside) continue;
        const TeacherDraft draft =
            draw_outside_candidate(d->dice, d->staffing, d->world.city, d->world.year,
                                   static_cast<std::uint32_t>(move.person));
        const std::size_t row = move.teacher.row();
        RC_ASSERT(draft.effect[kMath] == d->world.teachers.effect[kMath][row]);
        RC_ASSERT(draft.experience == d->world.teachers.experience[row]);
        RC_ASSERT(draft.age == d->world.teachers.age[row]);
      }
    }
  }));
}

/// Everything that a year of staffing writes.
bool same(const StaffingOutcome& a, const StaffingOutcome& b) {
  return a.teachers.person == b.teachers.person && a.teachers.place == b.teachers.place &&
         a.teachers.school == b.teachers.school && a.teachers.fit == b.teachers.fit &&
         a.teachers.morale == b.teachers.morale &&
         std::equal(a.posts.teacher.begin(), a.posts.teacher.end(), b.posts.teacher.begin(),
                    b.posts.teacher.end());
}

TEST(StaffingLaw, ALeverThatDoesNothingChangesNothing) {
  EXPECT_TRUE(rc::check([] {
    SmallDistrict d = draw_district();
    const StaffingOutcome before = d.decide();
    SmallDistrict other = d;
    for (SchoolModel& model : other.law.models) {
      model.label = "another name";
      model.key = "another_key";
      // In force only after this year.
      model.recruitment.set(d.world.year + 1, 1.0 - model.recruitment.in(d.world.year));
      if (!model.staff_reset) model.reset_keep_share = share();
    }
    other.law.budget.forced_placement.set(d.world.year + 1, 0.3);
    RC_ASSERT(same(before, other.decide()));
  }));
}

/// The same district with its teachers in the reverse order of rows, and a free row among them.
void reverse_rows(World& world) {
  Teachers& t = world.teachers;
  t.free_row(t.size());
  const auto turn = [](auto&... column) { (std::reverse(column.begin(), column.end()), ...); };
  turn(t.person, t.place, t.school, t.grade, t.post, t.effect[kMath], t.effect[kEla], t.experience,
       t.seniority, t.years_here, t.age, t.tenured, t.employer, t.fit, t.morale, t.seen_sum,
       t.seen_years, t.below_years, t.hired, t.bonus_years, t.pool_years);
  for (TeacherId& teacher : world.posts.teacher) {
    if (teacher) teacher = TeacherId{t.size() - 1 - teacher.row()};
  }
}

/// Who teaches where.
std::vector<std::pair<std::uint64_t, int>> seats(const StaffingOutcome& outcome) {
  std::vector<std::pair<std::uint64_t, int>> all;
  const Teachers& t = outcome.teachers;
  for (std::size_t row = 0; row < t.size(); ++row) {
    if (t.in_school(row)) all.emplace_back(t.person[row], t.school[row] * kGrades + t.grade[row]);
  }
  std::sort(all.begin(), all.end());
  return all;
}

TEST(StaffingLaw, RowsAreNoPersons) {
  EXPECT_TRUE(rc::check([] {
    SmallDistrict d = draw_district();
    for (int year = 0; year < 2; ++year) {
      shake(d);
      d.pass_year();
      d.turn_year();
    }
    SmallDistrict reversed = d;
    reverse_rows(reversed.world);
    RC_ASSERT(seats(d.decide()) == seats(reversed.decide()));
  }));
}

}  // namespace
}  // namespace homeroom
