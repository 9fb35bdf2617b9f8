// Which schools stand in a figure: those that the samples behind its band hold.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

panel::Year year_of(std::size_t schools) {
  panel::Year year;
  panel::Schools& all = year.schools;
  for (std::size_t s = 0; s < schools; ++s) {
    all.school.push_back(static_cast<int>(s));
    all.employer.emplace_back("district");
    all.selective.push_back(0);
    all.mobility.push_back(0.2 + 0.1 * static_cast<double>(s));
    all.low_income.push_back(0.5 + 0.1 * static_cast<double>(s));
  }
  all.index();
  return year;
}

/// Two tested children of a grade in every school, the next school's a point above.
void add_pairs(panel::Year& year, int grade) {
  panel::Students& all = year.students;
  for (std::size_t s = 0; s < year.schools.size(); ++s) {
    for (int child = 0; child < 2; ++child) {
      all.student.push_back(static_cast<int>(all.student.size()));
      all.school.push_back(static_cast<int>(s));
      all.grade.push_back(grade);
      all.group.push_back(panel::Group::Black);
      for (auto* column : {&all.low_income, &all.english_learner, &all.special_education}) {
        column->push_back(0);
      }
      for (int m = 0; m < kSubjects; ++m) {
        all.score[m].push_back(static_cast<float>(s) + 0.5F * static_cast<float>(child));
      }
    }
  }
}

Figures scores_of(panel::Year year) {
  panel::Panel panel;
  panel.students = static_cast<int>(year.students.size());
  panel.years.push_back(std::move(year));
  Figures figures;
  add_scores(panel, figures);
  return figures;
}

// Three schools of the district with .1 more moves in each .1 of low income: slope 1. A fourth,
// with a staff of its own, few moves and fewer poor children, is none of theirs.
TEST(PatternSamples, MovesAreThoseOfTheDistrictsSchools) {
  panel::Year year = year_of(4);
  year.schools.employer[3] = "school";
  year.schools.mobility[3] = 0.0;
  year.schools.low_income[3] = 0.1;
  add_pairs(year, 4);
  panel::Panel panel;
  panel.years.push_back(year);
  Figures figures;
  add_moves(panel, figures);
  EXPECT_NEAR(figures.at("mobility"), 0.3, 1e-12);
  EXPECT_NEAR(figures.at("mobility_low_income"), 1.0, 1e-9);
  EXPECT_NEAR(figures.at("mobility_low_income_correlation"), 1.0, 1e-9);
}

}  // namespace
}  // namespace homeroom::patterns
