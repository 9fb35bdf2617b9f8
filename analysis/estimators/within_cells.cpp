#include "analysis/estimators/within_cells.hpp"

#include "analysis/estimators/robust_covariance.hpp"

namespace homeroom::estimators {
namespace {

/// Of the column's length, as in independent_columns.
constexpr double kTolerance = 1e-7;

}  // namespace

Eigen::VectorXd less_cell_means(const Eigen::VectorXd& column, const std::vector<int>& cell) {
  const Clusters cells = numbered(cell);
  Eigen::VectorXd mean = Eigen::VectorXd::Zero(cells.count), rows = mean;
  const auto of = [&](Eigen::Index i) { return cells.of_row[static_cast<std::size_t>(i)]; };
  for (Eigen::Index i = 0; i < column.size(); ++i) {
    mean[of(i)] += column[i];
    rows[of(i)] += 1.0;
  }
  mean = mean.cwiseQuotient(rows);
  Eigen::VectorXd left = column;
  for (Eigen::Index i = 0; i < left.size(); ++i) left[i] -= mean[of(i)];
  if (left.norm() < kTolerance * column.norm()) left.setZero();
  return left;
}

}  // namespace homeroom::estimators
