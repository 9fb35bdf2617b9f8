// What takeovers and recruiting do to teachers and grades, from records made by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/figures.hpp"

namespace homeroom {
namespace {

using panel::kNobody;
using panel::Panel;
using panel::Year;
using patterns::figures_of;

void add_school(Year& year, int id, const char* employer) {
  year.schools.school.push_back(id);
  year.schools.employer.push_back(employer);
}

void add_teacher(Year& year, int teacher, int before, int now, int grade, const char* reason) {
  panel::Teachers& all = year.teachers;
  all.teacher.push_back(teacher);
  all.school_before.push_back(before);
  all.school.push_back(now);
  all.grade.push_back(grade);
  all.reason.push_back(reason);
}

/// Children of one school and grade, all with the same score in both subjects.
void add_class(Year& year, int first, int size, int school, int grade, float score) {
  panel::Students& all = year.students;
  for (int i = 0; i < size; ++i) {
    all.student.push_back(first + i);
    all.school.push_back(school);
    all.grade.push_back(grade);
    for (int m = 0; m < kSubjects; ++m) {
      // Scores of the year before differ, so that there is a line to go by.
      const float ability = static_cast<float>(i % 5);
      all.score[m].push_back(score + ability);
    }
  }
}

// Columns that no figure under test reads are padded, so that every table is whole.
void pad(Year& year) {
  const std::size_t n = year.schools.school.size();
  panel::Schools& s = year.schools;
  const double none = std::nan("");
  s.enrolment.resize(n, 100);
  s.principal_years.resize(n, 0);
  s.opened.resize(n, 2000);
  s.model.resize(n, "traditional");
  s.second_model.resize(n);
  s.status.resize(n, "open");
  s.selective.resize(n, 0);
  s.low_income.resize(n, none);
  for (int m = 0; m < kSubjects; ++m) {
    for (auto* column : {&s.tested[m], &s.mean_score[m], &s.proficiency[m], &s.median_sgp[m]}) {
      column->resize(n, none);
    }
  }
  for (auto* column : {&s.value_added, &s.teachers, &s.turnover, &s.novice_share, &s.mobility,
                       &s.east, &s.north}) {
    column->resize(n, none);
  }
  s.index();
  panel::Teachers& t = year.teachers;
  const std::size_t teachers = t.teacher.size();
  t.section.resize(teachers, kNobody);
  t.experience.resize(teachers, 5);
  t.subject.resize(teachers, kSubjects);
  t.tenured.resize(teachers, 0);
  for (auto* column : {&t.move, &t.place_before, &t.place}) column->resize(teachers);
  panel::Students& c = year.students;
  c.section.resize(c.student.size(), kNobody);
  c.home.resize(c.student.size(), 0);
  c.group.resize(c.student.size(), panel::Group::Black);
  for (auto* column : {&c.low_income, &c.english_learner, &c.special_education}) {
    column->resize(c.student.size(), 0);
  }
  for (int m = 0; m < kSubjects; ++m) c.sgp[m].resize(c.student.size(), std::nanf(""));
}

panel::Event event(const char* kind, int school) {
  panel::Event one;
  one.kind = kind;
  one.school = school;
  return one;
}

// School 1 passes to staff of its own in 2012; of its teachers two of four leave at once, none in
// 2013 and in 2014, and all in 2015, which is too late to count: 2 of 8.
TEST(TakeoverFigures, CountTeachersGoneInTheFirstThreeYears) {
  Panel panel;
  panel.teachers = 10;
  for (int year = 2011; year <= 2015; ++year) {
    Year one;
    one.year = year;
    add_school(one, 1, year < 2012 ? "district" : "school");
    add_school(one, 2, "district");
    if (year == 2012) one.events.push_back(event("state_takeover", 1));
    if (year == 2012) one.events.push_back(event("state_takeover", 2));  // stays the district's
    for (int t = 0; t < (year == 2012 ? 4 : 2); ++t) {
      const bool gone = year == 2012 ? t < 2 : year == 2015;
      add_teacher(one, t, 1, gone ? 2 : 1, 4, "");
    }
    for (int t = 4; t < 8; ++t) add_teacher(one, t, 2, kNobody, 4, "");
    pad(one);
    panel.years.push_back(one);
  }
  EXPECT_DOUBLE_EQ(figures_of(panel).at("turnover_takeover"), 2.0 / 8.0);
}

// The law chooses schools 1 and 2; 1 passes to staff of its own, 2 stays the district's. Three of
// four teachers leave the one, one of two the other.
TEST(TakeoverFigures, TellTurnaroundFromTakeover) {
  Panel panel;
  panel.teachers = 10;
  Year one;
  one.year = 2012;
  add_school(one, 1, "school");
  add_school(one, 2, "district");
  for (int school : {1, 2}) one.events.push_back(event("selection", school));
  for (int t = 0; t < 4; ++t) add_teacher(one, t, 1, t < 3 ? kNobody : 1, 4, "");
  for (int t = 4; t < 6; ++t) add_teacher(one, t, 2, t < 5 ? kNobody : 2, 4, "");
  pad(one);
  panel.years.push_back(one);
  EXPECT_DOUBLE_EQ(figures_of(panel).at("turnover_takeover"), 3.0 / 4.0);
  EXPECT_DOUBLE_EQ(figures_of(panel).at("turnover_turnaround"), 1.0 / 2.0);
}

/// Schools 1 and 2 with grades 4 and 5; a teacher of grade 4 of school 1 moves to school 2, for
/// `reason`, and her old grade grows by .2 less.
Panel donor(const char* reason) {
  Panel panel;
  panel.students = 80;
  panel.teachers = 4;
  for (int year = 2011; year <= 2012; ++year) {
    Year one;
    one.year = year;
    const bool after = year == 2012;
    for (int school : {1, 2}) add_school(one, school, "district");
    for (int school : {1, 2}) {
      for (int grade : {4, 5}) {
        const int first = 40 * (school - 1) + 20 * (grade - 4);
        const bool hit = after && school == 1 && grade == 4;
        add_class(one, first, 20, school, grade + (after ? 0 : -1), hit ? -0.2f : 0.0f);
      }
    }
    add_teacher(one, 0, 1, after ? 2 : 1, 4, after ? reason : "");
    add_teacher(one, 1, 1, 1, 5, "");
    pad(one);
    panel.years.push_back(one);
  }
  return panel;
}

// The line of grade 4 is the mean of both schools, -.1; grade 5 of school 1 lies on its own line.
TEST(TakeoverFigures, CompareGradesThatLostATeacherWithTheRestOfTheirSchool) {
  EXPECT_NEAR(figures_of(donor("recruited")).at("donor_loss"), -0.1, 1e-6);
}

TEST(TakeoverFigures, LeaveOutTeachersWhoWentByThemselves) {
  EXPECT_TRUE(std::isnan(figures_of(donor("transfer")).at("donor_loss")));
}

/// Grades 4 and 5 of two schools over three years; grade 4 of school 1, which grew by .2 more in
/// 2012, loses a teacher to school 2 in 2013 and grows by .2 less.
Panel donor_of_a_good_grade() {
  Panel panel;
  panel.students = 160;
  panel.teachers = 4;
  for (int year = 2011; year <= 2013; ++year) {
    Year one;
    one.year = year;
    for (int school : {1, 2}) add_school(one, school, "district");
    for (int school : {1, 2}) {
      // Children are in grade 3 in the year of their cohort.
      for (int cohort = 2010; cohort <= 2012; ++cohort) {
        const int grade = year - cohort + 3, first = 60 * (school - 1) + 20 * (cohort - 2010);
        if (grade < 3 || grade > 5) continue;
        const float after = school != 1 || grade < 4 ? 0.0f
                            : cohort == 2011         ? 0.2f
                            : cohort == 2012         ? -0.2f
                                                     : 0.0f;
        add_class(one, first, 20, school, grade, after);
      }
    }
    const bool gone = year == 2013;
    add_teacher(one, 0, 1, gone ? 2 : 1, 4, gone ? "recruited" : "");
    add_teacher(one, 1, 1, 1, 5, "");
    pad(one);
    panel.years.push_back(one);
  }
  return panel;
}

// Of its grade's line in the city it stood .1 above in 2012 and .1 below in 2013; grade 5 of the
// school lies on its own line in both.
TEST(TakeoverFigures, CompareGradesThatLostATeacherWithTheirOwnYearBefore) {
  const patterns::Figures figures = figures_of(donor_of_a_good_grade());
  EXPECT_NEAR(figures.at("donor_loss"), -0.1, 1e-6);
  EXPECT_NEAR(figures.at("donor_change"), -0.2, 1e-6);
}

// Bands are checked against the names, so a figure must not come and go with the records.
TEST(Figures, AreTheSameWhateverTheRecordsHold) {
  const std::vector<std::string> names = patterns::figure_names();
  std::vector<std::string> found;
  for (const auto& [name, value] : figures_of(donor("recruited"))) found.push_back(name);
  EXPECT_EQ(found, names);
  EXPECT_GT(names.size(), 90u);
}

}  // namespace
}  // namespace homeroom
