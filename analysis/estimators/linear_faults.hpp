// What keeps a regression from being run, and what its reader must know, in sentences.
#pragma once

#include "analysis/estimators/independent_columns.hpp"
#include "analysis/estimators/linear_model.hpp"

namespace homeroom::estimators {

/// Throws std::invalid_argument where numbers, weights or clusters are not fit for a regression.
void refuse_faults(const LinearModel& model, const FitOptions& options);
/// The same where nothing would be left for errors.
void refuse_too_few_rows(const LinearModel& model, Eigen::Index rank);

/// Columns dropped, rows of leverage 1 and what rests on them, few clusters, and few that tell of a
/// coefficient.
std::vector<std::string> warnings_of(const LinearModel& model, const IndependentColumns& columns,
                                     const LinearFit& fit);

}  // namespace homeroom::estimators
