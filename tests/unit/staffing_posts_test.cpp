// Posts: one for each section and subject.
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/world/invariants_staff.hpp"
#include "sim/year/posts.hpp"
#include "tests/unit/staffing_counts.hpp"

namespace homeroom {
namespace {

using namespace examples;

TEST(Posts, AreOneForEachSectionAndSubject) {
  SmallDistrict d;
  // 44 children a grade: two sections of 22 in six grades; two of 24 in two subjects and 3 or 4
  // grades. Two schools of each span.
  EXPECT_EQ(d.world.posts.size(), 2u * (6 * 2 + 3 * 2 * 2 + 4 * 2 * 2));
  d.world.results.school[kFirst].by_grade[3] = 45;
  build_posts(d.world, d.law);
  EXPECT_EQ(d.world.posts.size(), 81u);
  EXPECT_EQ(sections_of(0, 0, d.law.staffing, d.world.year), 0);
  EXPECT_EQ(sections_of(6, 24, d.law.staffing, d.world.year), 1);
  EXPECT_EQ(sections_of(6, 25, d.law.staffing, d.world.year), 2);
}

TEST(Posts, FollowTheClassSizeOfTheirYear) {
  StaffingLaw law;
  law.class_size_elementary.set(2016, 15);
  EXPECT_EQ(sections_of(2, 44, law, 2015), 2);
  EXPECT_EQ(sections_of(2, 44, law, 2016), 3);
  EXPECT_EQ(sections_of(6, 44, law, 2016), 2);  // the secondary size stays
  law.class_size_elementary.clear();
  law.class_size_elementary.set(2016, 15);
  EXPECT_EQ(sections_of(2, 44, law, 2015), 3);  // no class without a size before the first date
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

TEST(Posts, WhomTheDistrictDoesNotEmployTheCityLoses) {
  for (const Employer employer : {Employer::District, Employer::School}) {
    SmallDistrict d;
    Teachers& teachers = d.world.teachers;
    std::vector<std::size_t> here;
    for (std::size_t row = 0; row < teachers.size(); ++row) {
      if (teachers.in_school(row) && teachers.school[row] == 0) here.push_back(row);
    }
    for (const std::size_t row : here) teachers.employer[row] = employer;
    d.world.results.school[kFirst].by_grade[2] = 22;  // one class less
    build_posts(d.world, d.law);
    const TeacherPlace goes =
        employer == Employer::District ? TeacherPlace::Pool : TeacherPlace::Outside;
    EXPECT_EQ(std::count_if(here.begin(), here.end(),
                            [&](std::size_t row) { return teachers.place[row] == goes; }),
              1);
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
    Posts posts = lay_posts(year, StaffingLaw{}, 2016);
    const auto excess = take_posts(t, posts, {0.0f, 0.0f});
    return t.person[excess.at(0).row()];
  };
  EXPECT_EQ(person_left_over(false), person_left_over(true));
}

}  // namespace
}  // namespace homeroom
