// Figures that a city cannot show are missing, and not a share of nothing.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

/// A year of two district schools with unlike children, of whom half want another seat.
panel::Year year_of_two() {
  panel::Year year;
  panel::Schools& schools = year.schools;
  schools.school = {0, 1};
  schools.enrolment = {100, 100};
  schools.employer = {"district", "district"};
  schools.selective = {0, 0};
  schools.low_income = {0.4, 0.8};
  schools.index();
  year.district.choosers = 100;
  return year;
}

Figures figures_of(const panel::Year& year) {
  panel::Panel panel;
  panel.years.push_back(year);
  Figures figures;
  add_choice(panel, figures);
  add_segregation(panel, figures);
  return figures;
}

TEST(Absence, OfExaminationSchoolsIsNoSpreadWithThem) {
  panel::Year year = year_of_two();
  EXPECT_NEAR(figures_of(year).at("low_income_spread"), 0.2, 1e-12);
  EXPECT_TRUE(std::isnan(figures_of(year).at("low_income_spread_all")));
  year.schools.selective[1] = 1;
  EXPECT_NEAR(figures_of(year).at("low_income_spread_all"), 0.2, 1e-12);
}

TEST(Absence, OfACommonApplicationIsNoParticipation) {
  panel::Year year = year_of_two();
  EXPECT_TRUE(std::isnan(figures_of(year).at("participation")));
  year.applications.student = {7};
  year.applications.grade = {0};
  year.applications.school = {1};
  year.applications.rank = {1};
  year.applications.offered = {1};
  year.district.participants = 80;
  EXPECT_NEAR(figures_of(year).at("participation"), 0.8, 1e-12);
}

}  // namespace
}  // namespace homeroom::patterns
