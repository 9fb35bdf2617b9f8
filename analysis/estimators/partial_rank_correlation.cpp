#include "analysis/estimators/partial_rank_correlation.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "analysis/estimators/student_t.hpp"
#include "sim/core/arithmetic.hpp"

namespace homeroom::estimators {
namespace {

constexpr double kNothingLeft = 1e-10;  // of a share of variance

/// Ranks about their mean, of length 1.
Eigen::VectorXd standing(const std::vector<double>& values, const std::string& name) {
  const std::vector<double> ranks = mean_ranks(values);
  Eigen::VectorXd column =
      Eigen::Map<const Eigen::VectorXd>(ranks.data(), static_cast<Eigen::Index>(ranks.size()));
  column.array() -= column.mean();
  const double length = column.norm();
  if (length == 0.0) {
    throw std::invalid_argument(name + " is the same in every row: nothing goes with it");
  }
  return column / length;
}

/// Refuses a factor that the factors before it give.
void refuse_collinear(const std::vector<std::string>& names, const Eigen::MatrixXd& together) {
  Eigen::MatrixXd left = together;
  for (Eigen::Index i = 0; i < left.rows(); ++i) {
    if (left(i, i) < kNothingLeft) {
      throw std::invalid_argument(names[static_cast<std::size_t>(i)] +
                                  " follows from the factors before it: leave one out");
    }
    const Eigen::VectorXd column = left.col(i) / left(i, i);
    left -= column * left.row(i).eval();
  }
}

PartialRank judged(double r, double degrees, double level) {
  PartialRank rank;
  rank.correlation = rank.low = rank.high = r;
  rank.p = r;
  if (std::isnan(r)) return rank;
  rank.p = std::abs(r) >= 1.0 ? 0.0 : t_beyond(r * std::sqrt(degrees / (1.0 - r * r)), degrees);
  if (std::abs(r) >= 1.0) return rank;
  const double error = std::sqrt((1.0 + r * r / 2.0) / (degrees - 1.0));
  const double reach = normal_quantile(0.5 + level / 2.0) * error;
  rank.low = std::tanh(std::atanh(r) - reach);
  rank.high = std::tanh(std::atanh(r) + reach);
  return rank;
}

double partial(double slope, double inverse, double unexplained) {
  const bool spent = unexplained < kNothingLeft;
  if (spent && slope * slope < kNothingLeft) return std::numeric_limits<double>::quiet_NaN();
  if (spent) return slope < 0 ? -1.0 : 1.0;
  return slope / std::sqrt(slope * slope + inverse * unexplained);
}

}  // namespace

std::vector<double> mean_ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return values[a] != values[b] ? values[a] < values[b] : a < b;
  });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t past = first;
    while (past < order.size() && values[order[past]] == values[order[first]]) ++past;
    const double rank = (static_cast<double>(first + past) + 1.0) / 2.0;
    for (std::size_t i = first; i < past; ++i) ranks[order[i]] = rank;
    first = past;
  }
  return ranks;
}

std::vector<PartialRank> partial_rank_correlations(const std::vector<std::string>& names,
                                                   const std::vector<std::vector<double>>& factors,
                                                   const std::vector<double>& outcome,
                                                   double level) {
  const std::size_t count = factors.size();
  if (outcome.size() < count + 3) {
    throw std::invalid_argument("partial rank correlations of " + std::to_string(count) +
                                " factors want at least " + std::to_string(count + 3) +
                                " rows; there are " + std::to_string(outcome.size()));
  }
  const auto columns = static_cast<Eigen::Index>(count);
  Eigen::MatrixXd ranks(static_cast<Eigen::Index>(outcome.size()), columns);
  for (std::size_t f = 0; f < count; ++f) {
    ranks.col(static_cast<Eigen::Index>(f)) = standing(factors[f], names[f]);
  }
  const Eigen::VectorXd of_outcome = standing(outcome, "the outcome");
  const Eigen::MatrixXd together = ranks.transpose() * ranks;
  refuse_collinear(names, together);
  const Eigen::MatrixXd inverse =
      together.ldlt().solve(Eigen::MatrixXd::Identity(columns, columns));
  const Eigen::VectorXd with = ranks.transpose() * of_outcome;
  const Eigen::VectorXd slopes = inverse * with;
  const double unexplained = std::max(0.0, 1.0 - with.dot(slopes));
  const auto degrees = static_cast<double>(outcome.size() - 1 - count);
  std::vector<PartialRank> found;
  for (Eigen::Index f = 0; f < columns; ++f) {
    found.push_back(judged(partial(slopes[f], inverse(f, f), unexplained), degrees, level));
  }
  return found;
}

}  // namespace homeroom::estimators
