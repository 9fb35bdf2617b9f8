// The regression of the report: schools' outcomes on their model and who attends them.
//
//   y = b0 + b model + c1 low income + c2 English learners + c3 special education + c4 Black
//       + c5 Hispanic + e,   a row for each school, weighted by its tested children; HC3
// Estimates a *level* (of proficiency or of an index) or *growth* (the median growth percentile)
// that is associated with a model among schools of like composition: what Osborne and Langhorne
// (2018), Figures 1-8, compare. No score from before the school is in it, so that who chooses a
// school, and where it started, are in the estimate as well. The report does not say how rows are
// weighted nor which errors it has; both are fixed here before any run.
#pragma once

#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/model_comparison.hpp"

namespace homeroom::estimators {

enum class SchoolOutcome {
  Proficiency,      ///< % at or above the state's cut
  MeanScore,        ///< [state SD]
  MedianGrowth,     ///< median growth percentile
  ValueAddedLevel,  ///< the state's index, 1 to 5; one index for both subjects
  ValueAdded,       ///< what the index is cut from [state SD]
  Rating,           ///< the framework's percentile
};

/// What row `s` of a year's schools shows; NaN where it has none. Value added and ratings are of
/// both subjects together.
double outcome_of(const panel::Schools& schools, std::size_t s, int subject, SchoolOutcome outcome);

struct ReportQuestion {
  SchoolOutcome outcome = SchoolOutcome::Proficiency;
  std::vector<int> years;     ///< school years, pooled: one row a school
  std::vector<int> subjects;  ///< kMath, kEla or both, pooled
  ModelComparison comparison;
  bool composition = true;  ///< the five shares are held; else the schools are compared raw
};

/// Columns: constant, "model:KEY" for each model but the reference, low_income, english_learner,
/// special_education, black, hispanic (shares, 0 to 1), unless schools are compared raw. A school's
/// outcome is the mean of its years and subjects, weighted by children tested; its model is that of
/// the last of these years. The rows' clusters are the numbers of the schools. Throws
/// std::invalid_argument where years are not in the panel or there is nothing to compare.
LinearModel report_model(const panel::Panel& panel, const ReportQuestion& question);

/// The same, fitted with HC3 errors.
LinearFit report_regression(const panel::Panel& panel, const ReportQuestion& question);

}  // namespace homeroom::estimators
