// The student-level twin of the report's regression: children's outcomes on the model of their
// school and on what they are.
//
//   y = b0 + b model + c traits of the child + e,   a row for each child and year; clustered
// Estimates a *level* associated with a model among like children. Traits are the child's own, not
// the school's shares: what children give each other is in the estimate here, and taken out of it
// there. Children of a school go together, so that errors are by school.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/model_comparison.hpp"

namespace homeroom::estimators {

struct StudentQuestion {
  std::vector<int> years;     ///< school years, pooled
  std::vector<int> subjects;  ///< kMath, kEla or both: the mean of the child's scores
  /// The state's cuts by subject [state SD]: the outcome is then the share of the subjects in which
  /// the child is proficient [%], else the score.
  std::optional<PerSubject<double>> cuts;
  ModelComparison comparison;
};

/// Columns as of the report's regression; clusters are schools.
LinearModel student_model(const panel::Panel& panel, const StudentQuestion& question);

/// Rows of children from any table.
struct ComparedStudents {
  std::string outcome;
  Eigen::VectorXd y;
  std::string kind;                ///< of dummies: "model", "level"
  std::vector<std::string> words;  ///< by row: model or level, or kReference
  std::vector<Column> traits;
  std::vector<int> school;  ///< by row
};
/// Throws std::invalid_argument where there is nothing to compare.
LinearModel student_model_of(const ComparedStudents& students, const ModelComparison& comparison);

/// How many of a child's scores reach their cuts [%]; NaN where one is missing.
double share_proficient(std::span<const double> scores, std::span<const double> cuts);

LinearFit student_regression(const panel::Panel& panel, const StudentQuestion& question,
                             Errors errors = Errors::Clustered);

}  // namespace homeroom::estimators
