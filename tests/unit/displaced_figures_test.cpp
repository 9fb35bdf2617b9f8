// Children of a closed school grow more where they land better, by records made by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

/// School 1 closes after 2012; of its twenty children ten land in school 2, whose value added was
/// higher by .2, and ten in school 3, whose was lower by as much. They grow by `gain` more and
/// less.
panel::Panel closed_school(float gain, const char* status) {
  panel::Panel panel;
  panel.students = 20;
  for (int year = 2011; year <= 2013; ++year) {
    panel::Year one;
    one.year = year;
    one.schools.school = {1, 2, 3};
    one.schools.status = {year == 2012 ? status : "open", "open", "open"};
    // What schools looked like in its last year does not count.
    const bool last = year == 2012;
    one.schools.value_added = {last ? -1.0 : 0.0, last ? 0.8 : 0.2, -0.2};
    one.schools.index();
    for (int child = 0; child < 20; ++child) {
      const bool better = child < 10;
      one.students.student.push_back(child);
      one.students.grade.push_back(year - 2007);
      one.students.school.push_back(year < 2013 ? 1 : better ? 2 : 3);
      const float grew = year < 2013 ? 0.0f : better ? gain : -gain;
      for (auto& scores : one.students.score) {
        scores.push_back(static_cast<float>(child % 5) + grew);
      }
    }
    panel.years.push_back(one);
  }
  return panel;
}

double slope_of(const panel::Panel& panel) {
  Figures figures;
  add_closure_effects(panel, figures);
  return figures.at("displaced_slope");
}

// Growth differs by .2 between schools whose value added differs by .4.
TEST(DisplacedFigures, TellHowGrowthChangesWithTheNextSchool) {
  EXPECT_NEAR(slope_of(closed_school(0.1f, "closed")), 0.5, 1e-5);
  EXPECT_NEAR(slope_of(closed_school(-0.1f, "closed")), -0.5, 1e-5);
}

TEST(DisplacedFigures, AreMissingWhereNoSchoolCloses) {
  EXPECT_TRUE(std::isnan(slope_of(closed_school(0.1f, "open"))));
}

}  // namespace
}  // namespace homeroom::patterns
