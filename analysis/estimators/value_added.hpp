// Value added by lagged scores: what children learn in a year beyond what their earlier scores say.
//
//   score = b0 + b1 math before + b2 ELA before + their squares + grade + traits
//           + what is asked for + e
// Estimates *growth* [state SD a year]: of each school against the mean child's school, or of a
// model against the reference. Earlier scores are measured with error, so that part of what
// children brought along stays in the estimate where schools differ in it. Source of the form: Kane
// and Staiger (2008), NBER working paper 14607; Deming (2014), American Economic Review 104(5).
#pragma once

#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/model_comparison.hpp"
#include "analysis/estimators/school_effects.hpp"

namespace homeroom::estimators {

struct ValueAddedQuestion {
  int year = 0;               ///< of the outcome; earlier scores are those of the year before
  std::vector<int> subjects;  ///< kMath, kEla or both: the mean of the child's scores
  bool traits = true;         ///< income, language, special education and group are held equal
};

/// Of the year's schools with children who have scores in both years.
SchoolEffects value_added_of_schools(const panel::Panel& panel, const ValueAddedQuestion& question);

/// Of models; errors by school.
LinearModel value_added_model(const panel::Panel& panel, const ValueAddedQuestion& question,
                              const ModelComparison& comparison);
LinearFit value_added_of_models(const panel::Panel& panel, const ValueAddedQuestion& question,
                                const ModelComparison& comparison);

/// The columns of earlier scores, then their squares, "NAME_squared".
std::vector<Column> with_squares(std::vector<Column> scores);

/// Of the schools of any children, by row: what is left of their score beside the columns (earlier
/// scores, their squares, grade, traits). Throws as estimate_school_effects does.
SchoolEffects value_added_among(const Eigen::VectorXd& score, const std::vector<Column>& columns,
                                const std::vector<int>& school);

/// Where an index of value added is cut [standard errors].
struct IndexCuts {
  double near = 0, far = 0;
};
/// 1 to 5 by estimate over error: from `far` on 5, from `near` on 4, from -near on 3, from -far on
/// 2, else 1; 0 where there is no error. Tennessee's index has 1 and 2, and gives an index that is
/// exactly on a boundary the higher level (TVAAS, School Evaluation Composites).
int value_added_level(double estimate, double error, const IndexCuts& cuts);

}  // namespace homeroom::estimators
