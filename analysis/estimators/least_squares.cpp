#include "analysis/estimators/least_squares.hpp"

#include <stdexcept>
#include <string>

namespace homeroom::estimators {

LeastSquares least_squares(const Eigen::MatrixXd& x, const Eigen::VectorXd& y,
                           const Eigen::VectorXd& weight) {
  const Eigen::VectorXd root = weight.cwiseSqrt();
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(root.asDiagonal() * x);
  if (qr.rank() < x.cols()) {
    throw std::invalid_argument("column " +
                                std::to_string(qr.colsPermutation().indices()[qr.rank()] + 1) +
                                " of the regression is given by the others; leave it out");
  }
  LeastSquares fit;
  fit.rank = qr.rank();
  fit.coefficients = qr.solve(root.cwiseProduct(y));
  const Eigen::VectorXd residual = y - x * fit.coefficients;
  const double mean = weight.dot(y) / weight.sum();
  const Eigen::VectorXd about = (y.array() - mean).matrix();
  fit.r_squared = 1.0 - weight.dot(residual.cwiseAbs2()) / weight.dot(about.cwiseAbs2());
  return fit;
}

}  // namespace homeroom::estimators
