#include "analysis/estimators/robust_covariance.hpp"

#include <cmath>
#include <limits>
#include <unordered_map>

#include "analysis/estimators/cluster_bearing.hpp"

namespace homeroom::estimators {
namespace {

/// Leverage is known to about 1e-14; a row nearer to 1 than this is fitted by a column of its own.
constexpr double kNearOne = 1e-9;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double columns_of(const ScaledFit& fit) { return static_cast<double>(fit.x.cols() + fit.absorbed); }

/// (x'x)^-1 (sum of squared residual times x x') (x'x)^-1.
Eigen::MatrixXd sandwich(const ScaledFit& fit, const Eigen::VectorXd& residual) {
  const Eigen::MatrixXd score = residual.asDiagonal() * fit.x;
  return fit.inverse * (score.transpose() * score) * fit.inverse;
}

Eigen::MatrixXd clustered(const ScaledFit& fit, const Clusters& clusters) {
  Eigen::MatrixXd score = Eigen::MatrixXd::Zero(clusters.count, fit.x.cols());
  for (Eigen::Index i = 0; i < fit.x.rows(); ++i) {
    score.row(clusters.of_row[static_cast<std::size_t>(i)]) += fit.residual[i] * fit.x.row(i);
  }
  const auto g = static_cast<double>(clusters.count), n = static_cast<double>(fit.x.rows()),
             k = columns_of(fit);
  const double factor = g / (g - 1.0) * (n - 1.0) / (n - k);
  Eigen::MatrixXd covariance = factor * fit.inverse * (score.transpose() * score) * fit.inverse;
  const auto alone = rests_on_one_cluster(fit, clusters);
  for (Eigen::Index j = 0; j < alone.size(); ++j) {
    if (!alone[j]) continue;
    covariance.row(j).setConstant(kNone);
    covariance.col(j).setConstant(kNone);
  }
  return covariance;
}

/// Rows of leverage 1 have no part in the sum; what rests on them is unknown.
Eigen::MatrixXd hc3(const ScaledFit& fit) {
  const std::vector<Eigen::Index> own = rows_of_leverage_one(fit.leverage);
  Eigen::VectorXd left_out = fit.residual;
  for (const Eigen::Index i : own) left_out[i] = 0.0;
  for (Eigen::Index i = 0; i < left_out.size(); ++i) {
    if (left_out[i] != 0.0) left_out[i] /= 1.0 - fit.leverage[i];
  }
  Eigen::MatrixXd covariance = sandwich(fit, left_out);
  for (const Eigen::Index i : own) {
    const Eigen::VectorXd bearing = fit.inverse * fit.x.row(i).transpose();
    for (Eigen::Index j = 0; j < bearing.size(); ++j) {
      // Against what a row of this leverage could bear on the coefficient: root of (x'x)^-1.
      if (std::abs(bearing[j]) < 1e-7 * std::sqrt(fit.inverse(j, j))) continue;
      covariance.row(j).setConstant(kNone);
      covariance.col(j).setConstant(kNone);
    }
  }
  return covariance;
}

}  // namespace

std::vector<Eigen::Index> rows_of_leverage_one(const Eigen::VectorXd& leverage) {
  std::vector<Eigen::Index> rows;
  for (Eigen::Index i = 0; i < leverage.size(); ++i) {
    if (1.0 - leverage[i] < kNearOne) rows.push_back(i);
  }
  return rows;
}

Clusters numbered(const std::vector<int>& cluster) {
  Clusters clusters;
  std::unordered_map<int, int> seen;
  for (const int one : cluster) {
    clusters.of_row.push_back(seen.try_emplace(one, static_cast<int>(seen.size())).first->second);
  }
  clusters.count = static_cast<int>(seen.size());
  return clusters;
}

Eigen::MatrixXd covariance_of(const ScaledFit& fit, Errors errors, const Clusters& clusters) {
  const double n = static_cast<double>(fit.x.rows()), k = columns_of(fit);
  switch (errors) {
    case Errors::Classical:
      return fit.residual.squaredNorm() / (n - k) * fit.inverse;
    case Errors::HC1:
      return n / (n - k) * sandwich(fit, fit.residual);
    case Errors::HC3:
      return hc3(fit);
    case Errors::Clustered:
      break;
  }
  return clustered(fit, clusters);
}

}  // namespace homeroom::estimators
