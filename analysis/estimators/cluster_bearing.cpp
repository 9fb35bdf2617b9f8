#include "analysis/estimators/cluster_bearing.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace homeroom::estimators {
namespace {

/// As of rows of leverage 1: eigenvalues are known to about 1e-14.
constexpr double kNearOne = 1e-9;
/// Against what a direction of its length could bear on a coefficient.
constexpr double kBears = 1e-7;

using Rows = std::vector<Eigen::Index>;

/// Rows of the clusters whose leverage is 1 at least: no other can have an eigenvalue 1.
std::vector<Rows> candidates(const ScaledFit& fit, const Clusters& clusters) {
  std::vector<double> sum(static_cast<std::size_t>(clusters.count), 0.0);
  for (std::size_t i = 0; i < clusters.of_row.size(); ++i) {
    sum[static_cast<std::size_t>(clusters.of_row[i])] += fit.leverage[static_cast<Eigen::Index>(i)];
  }
  std::vector<Rows> rows(sum.size());
  for (std::size_t i = 0; i < clusters.of_row.size(); ++i) {
    const auto g = static_cast<std::size_t>(clusters.of_row[i]);
    if (sum[g] > 1.0 - kNearOne) rows[g].push_back(static_cast<Eigen::Index>(i));
  }
  return rows;
}

/// Columns that are not 0 in all of the rows: of dummies few are.
std::vector<Eigen::Index> columns_in(const ScaledFit& fit, const Rows& rows) {
  std::vector<Eigen::Index> columns;
  for (Eigen::Index j = 0; j < fit.x.cols(); ++j) {
    bool there = false;
    for (const Eigen::Index i : rows) there = there || fit.x(i, j) != 0.0;
    if (there) columns.push_back(j);
  }
  return columns;
}

/// Marks the columns on which a direction of these rows bears that no other row shares.
void mark(const ScaledFit& fit, const Rows& rows, Eigen::Array<bool, Eigen::Dynamic, 1>& alone) {
  const std::vector<Eigen::Index> columns = columns_in(fit, rows);
  // x = q t within the cluster: the block of the hat matrix has the eigenvalues of t A t'.
  const Eigen::MatrixXd within = fit.x(rows, columns);
  const Eigen::HouseholderQR<Eigen::MatrixXd> qr(within);
  const Eigen::Index rank = std::min(within.rows(), within.cols());
  const Eigen::MatrixXd t = qr.matrixQR().topRows(rank).triangularView<Eigen::Upper>();
  const Eigen::MatrixXd across = t * fit.root(columns, Eigen::all);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts(across * across.transpose());
  for (Eigen::Index d = 0; d < rank; ++d) {
    if (1.0 - parts.eigenvalues()[d] >= kNearOne) continue;
    const Eigen::VectorXd bearing = fit.root * (across.transpose() * parts.eigenvectors().col(d));
    for (Eigen::Index j = 0; j < bearing.size(); ++j) {
      if (std::abs(bearing[j]) > kBears * fit.root.row(j).norm()) alone[j] = true;
    }
  }
}

}  // namespace

Eigen::Array<bool, Eigen::Dynamic, 1> rests_on_one_cluster(const ScaledFit& fit,
                                                           const Clusters& clusters) {
  Eigen::Array<bool, Eigen::Dynamic, 1> alone =
      Eigen::Array<bool, Eigen::Dynamic, 1>::Constant(fit.x.cols(), false);
  for (const Rows& rows : candidates(fit, clusters)) {
    if (!rows.empty()) mark(fit, rows, alone);
  }
  return alone;
}

Eigen::VectorXd effective_clusters(const ScaledFit& fit, const Clusters& clusters) {
  const Eigen::MatrixXd shares = (fit.x * fit.inverse).cwiseAbs2();
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(clusters.count, shares.cols());
  for (Eigen::Index i = 0; i < shares.rows(); ++i) {
    sum.row(clusters.of_row[static_cast<std::size_t>(i)]) += shares.row(i);
  }
  return sum.colwise().sum().cwiseAbs2().cwiseQuotient(sum.colwise().squaredNorm()).transpose();
}

Tellers tellers_of(const Eigen::VectorXd& column, const Clusters& clusters) {
  std::set<int> of[2];
  for (Eigen::Index i = 0; i < column.size(); ++i) {
    if (column[i] != 0.0 && column[i] != 1.0) return {};
    of[column[i] == 1.0 ? 1 : 0].insert(clusters.of_row[static_cast<std::size_t>(i)]);
  }
  if (of[0].empty() || of[1].empty()) return {};
  const int seldom = of[1].size() <= of[0].size() ? 1 : 0;
  return {static_cast<int>(of[seldom].size()), seldom};
}

}  // namespace homeroom::estimators
