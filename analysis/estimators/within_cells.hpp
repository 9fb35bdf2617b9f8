// Cells' means taken out of columns: the same as a dummy for every cell (Frisch and Waugh 1933,
// Econometrica 1; Lovell 1963, Journal of the American Statistical Association 58), and quick where
// there are hundreds.
#pragma once

#include <Eigen/Dense>

#include <vector>

namespace homeroom::estimators {

/// A column that does not vary within cells becomes 0, not what rounding leaves of it.
/// `cell`: by row, any numbers.
Eigen::VectorXd less_cell_means(const Eigen::VectorXd& column, const std::vector<int>& cell);

}  // namespace homeroom::estimators
