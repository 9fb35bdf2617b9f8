// Ordinary and weighted least squares by a QR decomposition that reveals the rank.
#pragma once

#include <Eigen/Dense>

namespace homeroom::estimators {

struct LeastSquares {
  Eigen::VectorXd coefficients;
  double r_squared = 0;  ///< about the weighted mean; the constant must be among the columns
  Eigen::Index rank = 0;
};

/// Of y on the columns of x, weighted; throws std::invalid_argument where the columns are
/// collinear, and names the first of those that the others give.
LeastSquares least_squares(const Eigen::MatrixXd& x, const Eigen::VectorXd& y,
                           const Eigen::VectorXd& weight);

}  // namespace homeroom::estimators
