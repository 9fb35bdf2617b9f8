#include "analysis/estimators/rank_ordered_logit.hpp"

#include <cmath>

namespace homeroom::estimators {
namespace {

struct Derivatives {
  double log_likelihood = 0;
  Eigen::VectorXd gradient;
  Eigen::MatrixXd information;
  explicit Derivatives(Eigen::Index columns)
      : gradient(Eigen::VectorXd::Zero(columns)),
        information(Eigen::MatrixXd::Zero(columns, columns)) {}
};

/// One rank: the first of the rows from `first` on was chosen among them.
void add_choice(const Eigen::MatrixXd& alternatives, Eigen::Index first,
                const Eigen::VectorXd& weights, Derivatives& sum) {
  const Eigen::Index left = alternatives.rows() - first;
  const auto rows = alternatives.bottomRows(left);
  Eigen::VectorXd share = rows * weights;
  const double highest = share.maxCoeff(), chosen = share[0];
  share = (share.array() - highest).exp();
  const double total = share.sum();
  share /= total;
  const Eigen::VectorXd mean = rows.transpose() * share;
  sum.log_likelihood += chosen - highest - std::log(total);
  sum.gradient += rows.row(0).transpose() - mean;
  sum.information.noalias() +=
      rows.transpose() * share.asDiagonal() * rows - mean * mean.transpose();
}

Derivatives derivatives_at(const std::vector<RankedList>& lists, const Eigen::VectorXd& weights) {
  Derivatives sum(weights.size());
  for (const RankedList& list : lists) {
    for (int rank = 0; rank < list.listed && rank + 1 < list.alternatives.rows(); ++rank) {
      add_choice(list.alternatives, rank, weights, sum);
    }
  }
  return sum;
}

}  // namespace

RankOrderedLogit estimate_rank_ordered_logit(const std::vector<RankedList>& lists) {
  RankOrderedLogit fit;
  if (lists.empty()) return fit;
  fit.weights = Eigen::VectorXd::Zero(lists.front().alternatives.cols());
  Derivatives at = derivatives_at(lists, fit.weights);
  for (int iteration = 0; iteration < 50 && !fit.converged; ++iteration) {
    Eigen::VectorXd step = at.information.ldlt().solve(at.gradient);
    fit.converged = at.gradient.dot(step) < 1e-8;
    Derivatives next = derivatives_at(lists, fit.weights + step);
    while (next.log_likelihood < at.log_likelihood && step.norm() > 1e-9) {
      step *= 0.5;
      next = derivatives_at(lists, fit.weights + step);
    }
    fit.weights += step;
    at = std::move(next);
  }
  fit.log_likelihood = at.log_likelihood;
  const Eigen::MatrixXd covariance = at.information.ldlt().solve(
      Eigen::MatrixXd::Identity(fit.weights.size(), fit.weights.size()));
  fit.errors = covariance.diagonal().cwiseSqrt();
  return fit;
}

}  // namespace homeroom::estimators
