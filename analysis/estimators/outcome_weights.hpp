// What each row's outcome counts for in a coefficient: least squares is linear in the outcome, so
// that the coefficient of a sum is the sum of the coefficients, part by part.
//
//   b_k = a'y with a = W x (x'Wx)^-1 e_k
#pragma once

#include "analysis/estimators/linear_model.hpp"

namespace homeroom::estimators {

/// By row. Throws std::invalid_argument where the model has no such column or the others give it.
Eigen::VectorXd outcome_weights(const LinearModel& model, const std::string& column);

}  // namespace homeroom::estimators
