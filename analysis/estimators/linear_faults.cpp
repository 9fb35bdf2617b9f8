#include "analysis/estimators/linear_faults.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "analysis/estimators/cluster_bearing.hpp"
#include "analysis/estimators/robust_covariance.hpp"

namespace homeroom::estimators {
namespace {

/// "Few" begins between 20 and 50 clusters: Cameron and Miller (2015), Journal of Human Resources
/// 50(2), section VI; the upper end is the safe one.
constexpr int kFewClusters = 50;
/// Of those that tell of one coefficient: t of G - 1 degrees covers too seldom below it, however
/// many clusters there are in all (docs/estimators.md, coverage; MacKinnon and Webb 2017, Journal
/// of Applied Econometrics 32(2)).
constexpr double kFewTellers = 10;
constexpr std::size_t kMostNamed = 10;
/// Of the outcome's length: residuals below it are rounding.
constexpr double kRounding = 1e-12;

std::string row_name(const LinearModel& model, Eigen::Index row) {
  return model.rows.empty() ? fmt::format("row {}", row + 1)
                            : model.rows[static_cast<std::size_t>(row)];
}

std::string some_rows(const LinearModel& model, const std::vector<Eigen::Index>& rows) {
  std::string text;
  for (std::size_t i = 0; i < rows.size() && i < kMostNamed; ++i) {
    text += (i > 0 ? ", " : "") + row_name(model, rows[i]);
  }
  if (rows.size() > kMostNamed) text += fmt::format(" and {} more", rows.size() - kMostNamed);
  return text;
}

template <class Wrong>
void refuse_rows(const LinearModel& model, const std::string& what, Wrong wrong) {
  std::vector<Eigen::Index> rows;
  for (Eigen::Index i = 0; i < model.y.size(); ++i) {
    if (wrong(i)) rows.push_back(i);
  }
  if (!rows.empty()) throw std::invalid_argument(what + ": " + some_rows(model, rows));
}

void refuse_lengths(const LinearModel& model, const FitOptions& options) {
  const Eigen::Index n = model.y.size();
  const auto rows = static_cast<std::size_t>(n);
  if (model.x.rows() != n || model.x.cols() != static_cast<Eigen::Index>(model.names.size()) ||
      (model.weight.size() != 0 && model.weight.size() != n) ||
      (!model.rows.empty() && model.rows.size() != rows) ||
      (model.observed.size() != 0 &&
       (model.observed.rows() != n || model.observed.cols() != model.x.cols())) ||
      (model.written.size() != 0 &&
       (model.written.rows() != n || model.written.cols() != model.x.cols())) ||
      (options.errors == Errors::Clustered && model.cluster.size() != rows)) {
    throw std::invalid_argument("the parts of the regression differ in length");
  }
}

void refuse_clusters(const LinearModel& model) {
  const int count = numbered(model.cluster).count;
  if (count > 1) return;
  throw std::invalid_argument(
      "all rows are of one cluster; errors by cluster need two, and more to be trusted");
}

/// What has no error because rows, or a cluster, of leverage 1 bear on it.
std::string without_error(const LinearFit& fit) {
  std::string text;
  for (const Coefficient& one : fit.coefficients) {
    if (one.dropped || !std::isnan(one.error)) continue;
    text += (text.empty() ? "" : ", ") + one.name;
  }
  return text;
}

std::string about_leverage(const LinearModel& model, const std::vector<Eigen::Index>& own,
                           const LinearFit& fit) {
  const std::string who = fmt::format("{} {} fitted exactly (leverage 1)", some_rows(model, own),
                                      own.size() == 1 ? "is" : "are");
  if (fit.errors == Errors::HC3) {
    const std::string what = without_error(fit);
    return what.empty() ? who : who + "; HC3 gives no error to " + what;
  }
  return who + "; errors of what rests on such a row alone are too small";
}

/// "own is 1 in 3 of 60 clusters"; empty where there are enough.
std::string few_tellers(const Eigen::VectorXd& column, const Clusters& clusters,
                        const Coefficient& one) {
  const Tellers told = tellers_of(column, clusters);
  if (told.clusters > 0 && told.clusters < kFewTellers) {
    return fmt::format("{} is {} in {} of {} clusters", one.name, told.value, told.clusters,
                       clusters.count);
  }
  if (one.clusters >= kFewTellers || clusters.count < kFewClusters) return {};
  return fmt::format("{} rests on {:.1f} of {} clusters by their weight", one.name, one.clusters,
                     clusters.count);
}

void warn_of_clusters(const LinearModel& model, const LinearFit& fit,
                      std::vector<std::string>& warnings) {
  if (const std::string what = without_error(fit); !what.empty()) {
    warnings.push_back(what + ": one cluster alone tells of it; errors by cluster give it none");
  }
  if (fit.clusters < kFewClusters) {
    warnings.push_back(
        fmt::format("{} clusters are few: intervals cover less often than they say", fit.clusters));
  }
  const Clusters clusters = numbered(model.cluster);
  const Eigen::MatrixXd& columns = model.written.size() == 0 ? model.x : model.written;
  for (Eigen::Index j = 0; j < columns.cols(); ++j) {
    const Coefficient& one = fit.coefficients[static_cast<std::size_t>(j)];
    if (one.dropped || std::isnan(one.error)) continue;
    const std::string told = few_tellers(columns.col(j), clusters, one);
    if (told.empty()) continue;
    warnings.push_back(told + ": few, whose intervals cover less often than they say");
  }
}

}  // namespace

void refuse_faults(const LinearModel& model, const FitOptions& options) {
  refuse_lengths(model, options);
  if (model.y.size() == 0) throw std::invalid_argument("there are no rows");
  refuse_rows(model, model.outcome + " is missing",
              [&](Eigen::Index i) { return !std::isfinite(model.y[i]); });
  for (Eigen::Index j = 0; j < model.x.cols(); ++j) {
    refuse_rows(model, model.names[static_cast<std::size_t>(j)] + " is missing",
                [&](Eigen::Index i) { return !std::isfinite(model.x(i, j)); });
  }
  if (model.weight.size() != 0) {
    refuse_rows(model, "the weight is not above 0", [&](Eigen::Index i) {
      return !(std::isfinite(model.weight[i]) && model.weight[i] > 0.0);
    });
  }
  if (model.y.maxCoeff() == model.y.minCoeff()) {
    throw std::invalid_argument(fmt::format("{} is {:g} in every row; there is nothing to explain",
                                            model.outcome, model.y[0]));
  }
  if (options.errors == Errors::Clustered) refuse_clusters(model);
  if (options.errors == Errors::HC3 && (model.absorbed > 0 || model.observed.size() != 0)) {
    throw std::invalid_argument(
        "HC3 needs the leverage of all columns; ask for HC1 or errors by cluster");
  }
}

void refuse_too_few_rows(const LinearModel& model, Eigen::Index independent) {
  const Eigen::Index rank = independent + model.absorbed;
  if (model.y.size() > rank) return;
  const Eigen::Index given = model.x.cols() - independent;
  throw std::invalid_argument(fmt::format(
      "{} rows for {} columns{}; more rows than columns are needed to tell errors", model.y.size(),
      rank,
      given > 0 ? fmt::format(" ({} more {} given by them)", given, given == 1 ? "is" : "are")
                : ""));
}

std::vector<std::string> warnings_of(const LinearModel& model, const IndependentColumns& columns,
                                     const LinearFit& fit) {
  std::vector<std::string> warnings;
  for (const std::string& sentence : columns.sentences) {
    warnings.push_back(sentence + "; dropped");
  }
  if (fit.residuals.norm() < kRounding * model.y.norm()) {
    warnings.push_back("the columns give " + model.outcome + " exactly; errors are but rounding");
  }
  const std::vector<Eigen::Index> own = rows_of_leverage_one(fit.leverage);
  if (!own.empty() && fit.errors != Errors::Classical && fit.errors != Errors::Clustered) {
    warnings.push_back(about_leverage(model, own, fit));
  }
  if (fit.errors == Errors::Clustered) warn_of_clusters(model, fit, warnings);
  return warnings;
}

}  // namespace homeroom::estimators
