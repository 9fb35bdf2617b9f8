// Children with two tests and a known teacher: the sample in which teachers' effects are estimated.
#pragma once

#include <vector>

#include "analysis/estimators/nested_effects.hpp"
#include "analysis/panel/panel.hpp"

namespace homeroom::patterns {

/// Rows are children of a year in grades 4 to 8, sorted by school, teacher and class; x and y as
/// differences from the mean of their year and grade.
struct TeacherSample {
  estimators::NestedSample nested;
  std::vector<int> student, year, grade;  ///< by row; year as a place in the panel
  bool has_novices = false;  ///< the last column of x: whether the teacher is in the first year
};

/// Columns of x: scores of last year and their square, traits, the class's mean prior score, and
/// novices; what does not vary, such as a group that the city does not have, is left out.

TeacherSample teacher_sample(const panel::Panel& panel, int subject);

}  // namespace homeroom::patterns
