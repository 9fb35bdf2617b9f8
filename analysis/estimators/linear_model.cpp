#include "analysis/estimators/linear_model.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/cluster_bearing.hpp"
#include "analysis/estimators/independent_columns.hpp"
#include "analysis/estimators/linear_faults.hpp"
#include "analysis/estimators/robust_covariance.hpp"
#include "analysis/estimators/student_t.hpp"

namespace homeroom::estimators {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct Solution {
  ScaledFit scaled;
  Eigen::VectorXd estimates;  ///< by independent column
};

Eigen::VectorXd weights_of(const LinearModel& model) {
  return model.weight.size() == 0 ? Eigen::VectorXd::Ones(model.y.size()).eval() : model.weight;
}

/// Of columns that are independent; residuals by those observed.
Solution solve(const Eigen::MatrixXd& x, const Eigen::MatrixXd& observed,
               const Eigen::VectorXd& y) {
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(x);
  qr.setThreshold(std::numeric_limits<double>::min());  // they were looked at before
  Solution found;
  found.estimates = qr.solve(y);
  found.scaled.residual = y - observed * found.estimates;
  const Eigen::Index k = x.cols();
  // x P = Q R, hence (x'x)^-1 = (P R^-1) (P R^-1)', and x P R^-1 has the leverages as its rows'
  // squared lengths.
  const Eigen::MatrixXd root =
      qr.colsPermutation() * qr.matrixQR().topRows(k).triangularView<Eigen::Upper>().solve(
                                 Eigen::MatrixXd::Identity(k, k));
  found.scaled.inverse = root * root.transpose();
  found.scaled.root = root;
  found.scaled.leverage = (x * root).rowwise().squaredNorm();
  found.scaled.x = x;
  return found;
}

IndependentColumns chosen_columns(const LinearModel& model, const Eigen::MatrixXd& scaled,
                                  Collinear collinear) {
  IndependentColumns columns = independent_columns(scaled, model.names);
  if (collinear == Collinear::Refuse && !columns.dropped.empty()) {
    std::string text;
    for (const std::string& sentence : columns.sentences) {
      text += fmt::format("{}{}", text.empty() ? "" : "; ", sentence);
    }
    throw std::invalid_argument(text + "; leave out one of them");
  }
  return columns;
}

/// 1 - left / about; about the mean where the columns can make a constant.
double r_squared_of(const Solution& found, const Eigen::VectorXd& root, const Eigen::VectorXd& y) {
  const Eigen::MatrixXd& x = found.scaled.x;
  const Eigen::VectorXd left = root - x * (found.scaled.inverse * (x.transpose() * root));
  const bool constant = left.norm() < 1e-6 * root.norm();
  const double mean = constant ? root.cwiseAbs2().dot(y) / root.squaredNorm() : 0.0;
  const double about = root.cwiseProduct((y.array() - mean).matrix()).squaredNorm();
  return 1.0 - found.scaled.residual.squaredNorm() / about;
}

Coefficient coefficient_of(std::string name, double estimate, double variance,
                           const LinearFit& fit) {
  Coefficient one;
  one.name = std::move(name);
  one.estimate = estimate;
  one.error = std::sqrt(variance);
  one.t = one.estimate / one.error;
  one.p = t_beyond(one.t, fit.degrees);
  const double reach = t_within(fit.confidence, fit.degrees) * one.error;
  one.low = one.estimate - reach;
  one.high = one.estimate + reach;
  return one;
}

Eigen::MatrixXd chosen(const Eigen::MatrixXd& columns, const std::vector<Eigen::Index>& kept) {
  Eigen::MatrixXd some(columns.rows(), static_cast<Eigen::Index>(kept.size()));
  for (std::size_t j = 0; j < kept.size(); ++j) {
    some.col(static_cast<Eigen::Index>(j)) = columns.col(kept[j]);
  }
  return some;
}

void place(const LinearModel& model, const IndependentColumns& columns, const Solution& found,
           const Eigen::MatrixXd& covariance, LinearFit& fit) {
  const Eigen::Index all = model.x.cols();
  fit.covariance = Eigen::MatrixXd::Constant(all, all, kNone);
  for (const std::string& name : model.names) {
    fit.coefficients.push_back({name, true, kNone, kNone, kNone, kNone, kNone, kNone});
  }
  for (std::size_t a = 0; a < columns.kept.size(); ++a) {
    const auto i = static_cast<Eigen::Index>(a);
    for (std::size_t b = 0; b < columns.kept.size(); ++b) {
      fit.covariance(columns.kept[a], columns.kept[b]) =
          covariance(i, static_cast<Eigen::Index>(b));
    }
    auto& one = fit.coefficients[static_cast<std::size_t>(columns.kept[a])];
    one = coefficient_of(one.name, found.estimates[i], covariance(i, i), fit);
  }
}

void place_clusters(const IndependentColumns& columns, const Eigen::VectorXd& clusters,
                    LinearFit& fit) {
  for (std::size_t a = 0; a < columns.kept.size(); ++a) {
    fit.coefficients[static_cast<std::size_t>(columns.kept[a])].clusters =
        clusters[static_cast<Eigen::Index>(a)];
  }
}

}  // namespace

LinearModel linear_model(std::string outcome, Eigen::VectorXd y,
                         const std::vector<Column>& columns) {
  LinearModel model;
  model.outcome = std::move(outcome);
  model.names = {kConstant};
  model.x = Eigen::MatrixXd::Ones(y.size(), static_cast<Eigen::Index>(columns.size()) + 1);
  for (const auto& [name, values] : columns) {
    if (values.size() != y.size()) throw std::invalid_argument(name + " has another length");
    model.x.col(static_cast<Eigen::Index>(model.names.size())) = values;
    model.names.push_back(name);
  }
  model.y = std::move(y);
  return model;
}

LinearFit fit_linear(const LinearModel& model, const FitOptions& options) {
  refuse_faults(model, options);
  const Eigen::VectorXd root = weights_of(model).cwiseSqrt();
  const Eigen::MatrixXd scaled = root.asDiagonal() * model.x;
  const IndependentColumns columns = chosen_columns(model, scaled, options.collinear);
  const Eigen::MatrixXd kept = chosen(scaled, columns.kept);
  refuse_too_few_rows(model, kept.cols());
  const bool behind = model.observed.size() != 0;
  Solution found = behind ? solve(kept, chosen(root.asDiagonal() * model.observed, columns.kept),
                                  root.cwiseProduct(model.y))
                          : solve(kept, kept, root.cwiseProduct(model.y));
  found.scaled.absorbed = model.absorbed;

  LinearFit fit;
  fit.outcome = model.outcome;
  fit.errors = options.errors;
  fit.confidence = options.confidence;
  fit.rows = static_cast<int>(kept.rows());
  fit.rank = static_cast<int>(kept.cols());
  const bool by_cluster = options.errors == Errors::Clustered;
  const Clusters clusters = numbered(by_cluster ? model.cluster : std::vector<int>{});
  fit.clusters = clusters.count;
  fit.degrees = by_cluster ? clusters.count - 1 : fit.rows - fit.rank - model.absorbed;
  fit.residuals = found.scaled.residual.cwiseQuotient(root);
  fit.leverage = found.scaled.leverage;
  fit.r_squared = r_squared_of(found, root, model.y);
  fit.residual_sd =
      std::sqrt(found.scaled.residual.squaredNorm() / (fit.rows - fit.rank - model.absorbed));
  const Eigen::MatrixXd covariance = covariance_of(found.scaled, options.errors, clusters);
  place(model, columns, found, covariance, fit);
  if (by_cluster) place_clusters(columns, effective_clusters(found.scaled, clusters), fit);
  fit.warnings = warnings_of(model, columns, fit);
  return fit;
}

const Coefficient& LinearFit::of(const std::string& name) const {
  for (const Coefficient& one : coefficients) {
    if (one.name == name) return one;
  }
  throw std::out_of_range("the regression has no column " + name);
}

Coefficient difference(const LinearFit& fit, const std::string& one, const std::string& other) {
  const Coefficient &a = fit.of(one), &b = fit.of(other);
  const auto i = &a - fit.coefficients.data(), j = &b - fit.coefficients.data();
  const Eigen::MatrixXd& v = fit.covariance;
  const double variance = v(i, i) + v(j, j) - 2.0 * v(i, j);
  Coefficient less = coefficient_of(one + " less " + other, a.estimate - b.estimate, variance, fit);
  less.dropped = a.dropped || b.dropped;
  return less;
}

}  // namespace homeroom::estimators
