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
};

/// Columns of x: scores of last year and their square, traits, the class's mean prior score, and
/// whether the teacher is in the first year; the last one is at `kNoviceColumn`.
inline constexpr Eigen::Index kNoviceColumn = 10;

TeacherSample teacher_sample(const panel::Panel& panel, int subject);

}  // namespace homeroom::patterns
