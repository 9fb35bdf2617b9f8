#include "analysis/estimators/outcome_weights.hpp"

#include <fmt/format.h>

#include <limits>
#include <stdexcept>

#include "analysis/estimators/independent_columns.hpp"

namespace homeroom::estimators {
namespace {

/// Place among the columns that stand on their own.
Eigen::Index place_of(const LinearModel& model, const IndependentColumns& columns,
                      const std::string& column) {
  for (std::size_t i = 0; i < columns.kept.size(); ++i) {
    if (model.names[static_cast<std::size_t>(columns.kept[i])] == column) {
      return static_cast<Eigen::Index>(i);
    }
  }
  throw std::invalid_argument(
      fmt::format("the regression has no column {} that stands on its own", column));
}

}  // namespace

Eigen::VectorXd outcome_weights(const LinearModel& model, const std::string& column) {
  const bool weighted = model.weight.size() > 0;
  const Eigen::VectorXd root =
      weighted ? model.weight.cwiseSqrt().eval() : Eigen::VectorXd::Ones(model.x.rows()).eval();
  const Eigen::MatrixXd scaled = root.asDiagonal() * model.x;
  const IndependentColumns columns = independent_columns(scaled, model.names);
  const Eigen::Index at = place_of(model, columns, column);
  Eigen::MatrixXd kept(scaled.rows(), static_cast<Eigen::Index>(columns.kept.size()));
  for (Eigen::Index j = 0; j < kept.cols(); ++j) {
    kept.col(j) = scaled.col(columns.kept[static_cast<std::size_t>(j)]);
  }
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(kept);
  qr.setThreshold(std::numeric_limits<double>::min());  // they were looked at before
  // x (x'x)^-1 e = Q R^-T P'e, found as the rows' shares of the coefficient.
  const Eigen::Index k = kept.cols();
  const Eigen::VectorXd unit = Eigen::VectorXd::Unit(k, at);
  const Eigen::VectorXd turned = qr.colsPermutation().transpose() * unit;
  const Eigen::VectorXd inner =
      qr.matrixQR().topRows(k).triangularView<Eigen::Upper>().transpose().solve(turned);
  Eigen::VectorXd whole = Eigen::VectorXd::Zero(kept.rows());
  whole.head(k) = inner;
  return root.cwiseProduct((qr.householderQ() * whole).eval());
}

}  // namespace homeroom::estimators
