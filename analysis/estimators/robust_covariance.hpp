// The covariance of least squares' estimates, by what is believed of the rows' variances.
#pragma once

#include <Eigen/Dense>

#include <vector>

#include "analysis/estimators/linear_model.hpp"

namespace homeroom::estimators {

/// What least squares leave, in rows scaled by the root of their weights.
struct ScaledFit {
  Eigen::MatrixXd x;         ///< independent columns
  Eigen::VectorXd residual;  ///< scaled, too
  Eigen::VectorXd leverage;
  Eigen::MatrixXd inverse;  ///< (x'x)^-1
  Eigen::MatrixXd root;     ///< the inverse is root root'
  int absorbed = 0;         ///< columns beside those of x, see LinearModel
};

/// Rows whose own outcome alone makes their fitted value: their residual says nothing.
std::vector<Eigen::Index> rows_of_leverage_one(const Eigen::VectorXd& leverage);

/// Numbers of `cluster` replaced by 0, 1, ... in the order of their first row.
struct Clusters {
  std::vector<int> of_row;
  int count = 0;
};
Clusters numbered(const std::vector<int>& cluster);

/// A coefficient on which a row of leverage 1 bears has no error under HC3, and one on which a
/// direction of one cluster alone bears has none by cluster: its rows and columns are NaN.
Eigen::MatrixXd covariance_of(const ScaledFit& fit, Errors errors, const Clusters& clusters);

}  // namespace homeroom::estimators
