#include "analysis/estimators/school_effects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

#include "analysis/estimators/independent_columns.hpp"

namespace homeroom::estimators {
namespace {

/// Means by school, and what is left of each child.
struct Within {
  std::vector<int> number;       ///< of each school
  std::vector<Eigen::Index> of;  ///< school of each child, from 0
  Eigen::VectorXd children;      ///< by school
  Eigen::MatrixXd mean_x, x;     ///< by school; by child, less its school's mean
  Eigen::VectorXd mean_y, y;
};

Within within_schools(const Eigen::MatrixXd& x, const Eigen::VectorXd& y,
                      const std::vector<int>& school) {
  std::map<int, Eigen::Index> place;
  for (const int one : school) place.emplace(one, 0);
  Within w;
  for (auto& [number, at] : place) {
    at = static_cast<Eigen::Index>(w.number.size());
    w.number.push_back(number);
  }
  const auto schools = static_cast<Eigen::Index>(place.size());
  w.children = Eigen::VectorXd::Zero(schools);
  w.mean_y = Eigen::VectorXd::Zero(schools);
  w.mean_x = Eigen::MatrixXd::Zero(schools, x.cols());
  for (Eigen::Index i = 0; i < y.size(); ++i) {
    const Eigen::Index s = place.at(school[static_cast<std::size_t>(i)]);
    w.of.push_back(s);
    w.children[s] += 1.0;
    w.mean_y[s] += y[i];
    w.mean_x.row(s) += x.row(i);
  }
  w.mean_y.array() /= w.children.array();
  w.mean_x.array().colwise() /= w.children.array();
  w.x = x;
  w.y = y;
  for (Eigen::Index i = 0; i < y.size(); ++i) {
    const Eigen::Index s = w.of[static_cast<std::size_t>(i)];
    w.x.row(i) -= w.mean_x.row(s);
    w.y[i] -= w.mean_y[s];
  }
  return w;
}

/// Columns that differ between the children of some school; the others are the schools' own.
std::vector<Eigen::Index> varying(const Within& w, const Eigen::MatrixXd& x,
                                  const std::vector<std::string>& names, SchoolEffects& result) {
  Eigen::MatrixXd inner = w.x;
  for (Eigen::Index j = 0; j < inner.cols(); ++j) {
    if (inner.col(j).norm() < 1e-9 * x.col(j).norm()) inner.col(j).setZero();
  }
  const IndependentColumns columns = independent_columns(inner, names);
  for (std::size_t k = 0; k < columns.dropped.size(); ++k) {
    result.warnings.push_back(inner.col(columns.dropped[k]).norm() == 0.0
                                  ? names[static_cast<std::size_t>(columns.dropped[k])] +
                                        " is the same for all children of a school; dropped"
                                  : columns.sentences[k] + "; dropped");
  }
  return columns.kept;
}

/// Variance of a difference from the mean child: of the school's mean residual, and of the slopes.
double variance_of(const Within& w, Eigen::Index s, double residual, const Eigen::MatrixXd& slopes,
                   const Eigen::RowVectorXd& away) {
  const double all = w.children.sum();
  return residual * (1.0 / w.children[s] - 1.0 / all) + (away * slopes * away.transpose())(0, 0);
}

}  // namespace

SchoolEffects estimate_school_effects(const Eigen::MatrixXd& x, const Eigen::VectorXd& y,
                                      const std::vector<int>& school,
                                      const std::vector<std::string>& names) {
  const Within w = within_schools(x, y, school);
  SchoolEffects result;
  const std::vector<Eigen::Index> kept = varying(w, x, names, result);
  const auto k = static_cast<Eigen::Index>(kept.size());
  result.degrees = static_cast<double>(y.size() - w.children.size() - k);
  if (w.children.size() < 2) throw std::invalid_argument("effects of schools need two schools");
  if (result.degrees < 1.0) {
    throw std::invalid_argument(fmt::format("{} children in {} schools are too few for {} columns",
                                            y.size(), w.children.size(), k));
  }
  Eigen::MatrixXd inner(y.size(), k), means(w.children.size(), k);
  for (Eigen::Index j = 0; j < k; ++j) {
    inner.col(j) = w.x.col(kept[static_cast<std::size_t>(j)]);
    means.col(j) = w.mean_x.col(kept[static_cast<std::size_t>(j)]);
  }
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(inner);
  const Eigen::VectorXd b = qr.solve(w.y);
  const double residual = (w.y - inner * b).squaredNorm() / result.degrees;
  const Eigen::MatrixXd slopes = residual * (inner.transpose() * inner).inverse();
  const double all = w.children.sum();
  const Eigen::RowVectorXd mean_x = w.children.transpose() * means / all;
  const double mean_y = w.children.dot(w.mean_y) / all;
  double spread = 0.0, error = 0.0;
  for (Eigen::Index s = 0; s < w.children.size(); ++s) {
    const Eigen::RowVectorXd away = means.row(s) - mean_x;
    const double effect = w.mean_y[s] - mean_y - (away * b)(0, 0);
    const double variance = variance_of(w, s, residual, slopes, away);
    result.schools.push_back({w.number[static_cast<std::size_t>(s)],
                              static_cast<int>(w.children[s]), effect, std::sqrt(variance)});
    spread += w.children[s] * effect * effect / all;
    error += w.children[s] * variance / all;
  }
  result.slopes = Eigen::VectorXd::Constant(x.cols(), std::numeric_limits<double>::quiet_NaN());
  for (Eigen::Index j = 0; j < k; ++j) result.slopes[kept[static_cast<std::size_t>(j)]] = b[j];
  result.residual_sd = std::sqrt(residual);
  result.school_sd = std::sqrt(std::max(0.0, spread - error));
  return result;
}

}  // namespace homeroom::estimators
