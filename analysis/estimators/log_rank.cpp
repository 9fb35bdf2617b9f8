#include "analysis/estimators/log_rank.hpp"

#include <fmt/format.h>

#include <Eigen/Dense>

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "analysis/estimators/chi_squared.hpp"
#include "analysis/estimators/risk_sets.hpp"

namespace homeroom::estimators {
namespace {

/// Expected ends and their covariance.
struct Expected {
  Eigen::VectorXd ends, less;  ///< less: observed less expected
  Eigen::MatrixXd covariance;
};

Expected expected_of(const std::vector<RiskSet>& sets, std::size_t groups) {
  const auto k = static_cast<Eigen::Index>(groups);
  Expected sum{Eigen::VectorXd::Zero(k), Eigen::VectorXd::Zero(k), Eigen::MatrixXd::Zero(k, k)};
  for (const RiskSet& set : sets) {
    const double there = std::accumulate(set.at_risk.begin(), set.at_risk.end(), 0),
                 ended = std::accumulate(set.ended.begin(), set.ended.end(), 0);
    Eigen::VectorXd share(k);
    for (Eigen::Index g = 0; g < k; ++g) {
      share[g] = set.at_risk[static_cast<std::size_t>(g)] / there;
      sum.less[g] += set.ended[static_cast<std::size_t>(g)] - ended * share[g];
    }
    sum.ends += ended * share;
    if (there < 2) continue;
    const double spread = ended * (there - ended) / (there - 1.0);
    sum.covariance += spread * Eigen::MatrixXd(share.asDiagonal());
    sum.covariance -= spread * share * share.transpose();
  }
  return sum;
}

/// Groups that were at risk together, directly or through others, get one number.
std::vector<Eigen::Index> parts_of(const Eigen::MatrixXd& covariance) {
  std::vector<Eigen::Index> part(static_cast<std::size_t>(covariance.rows()));
  std::iota(part.begin(), part.end(), 0);
  for (Eigen::Index one = 0; one < covariance.rows(); ++one) {
    for (Eigen::Index other = 0; other < one; ++other) {
      // Each term of it is below 0 where both were there, and 0 where one was not.
      if (covariance(one, other) == 0.0) continue;
      const Eigen::Index from = part[static_cast<std::size_t>(one)],
                         to = part[static_cast<std::size_t>(other)];
      std::replace(part.begin(), part.end(), from, to);
    }
  }
  return part;
}

/// The rank of V is the number of groups less that of their parts.
void refuse_apart(const Eigen::MatrixXd& covariance, const std::vector<Eigen::Index>& met,
                  const std::vector<std::string>& names) {
  const std::vector<Eigen::Index> part = parts_of(covariance(met, met));
  std::string text;
  for (std::size_t first = 0; first < part.size(); ++first) {
    if (part[first] != static_cast<Eigen::Index>(first)) continue;
    std::string together;
    for (std::size_t g = first; g < part.size(); ++g) {
      if (part[g] != part[first]) continue;
      const auto place = static_cast<std::size_t>(met[g]);
      together += (together.empty() ? "" : " and ") +
                  (names.empty() ? fmt::format("group {}", place + 1) : names[place]);
    }
    text += (text.empty() ? "" : "; ") + together;
  }
  if (text.find("; ") == std::string::npos) return;
  throw std::invalid_argument(fmt::format(
      "groups that were never at risk together when some ended and some stayed, so that "
      "no log-rank test compares them: {}; compare groups that were, or take each alone",
      text));
}

}  // namespace

LogRank log_rank(const std::vector<std::vector<Spell>>& groups,
                 const std::vector<std::string>& names) {
  const Expected sum = expected_of(risk_sets(groups), groups.size());
  LogRank test;
  std::vector<Eigen::Index> met;  // groups of which an end could have been
  for (Eigen::Index g = 0; g < sum.ends.size(); ++g) {
    test.expected.push_back(sum.ends[g]);
    test.observed.push_back(sum.ends[g] + sum.less[g]);
    if (sum.ends[g] > 0) met.push_back(g);
  }
  if (met.size() < 2) {
    throw std::invalid_argument(
        "a log-rank test compares two groups or more that were at risk when something ended");
  }
  refuse_apart(sum.covariance, met, names);
  // Differences add up to 0: one group is given by the others.
  met.pop_back();
  const Eigen::VectorXd less = sum.less(met);
  test.degrees = static_cast<int>(met.size());
  const Eigen::MatrixXd covariance = sum.covariance(met, met);
  test.chi_squared = less.dot(covariance.ldlt().solve(less));
  test.p = chi_squared_above(test.chi_squared, test.degrees);
  return test;
}

}  // namespace homeroom::estimators
