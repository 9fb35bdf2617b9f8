#include "analysis/estimators/independent_columns.hpp"

#include <cmath>

#include "sim/core/words.hpp"

namespace homeroom::estimators {
namespace {

constexpr double kTolerance = 1e-7;
constexpr std::size_t kMostNamed = 8;

/// "a, b and c"; of more than eight the first seven, and how many more.
std::string joined(std::vector<std::string> names) {
  if (names.size() > kMostNamed) {
    const std::size_t more = names.size() - kMostNamed + 1;
    names.resize(kMostNamed - 1);
    names.push_back(std::to_string(more) + " more");
  }
  return listed_with_and(names);
}

/// The kept columns that have a part in the one that is dropped.
std::string givers(const Eigen::MatrixXd& unit, const std::vector<Eigen::Index>& kept,
                   Eigen::Index dropped, const std::vector<std::string>& names) {
  Eigen::MatrixXd before(unit.rows(), static_cast<Eigen::Index>(kept.size()));
  for (std::size_t j = 0; j < kept.size(); ++j) {
    before.col(static_cast<Eigen::Index>(j)) = unit.col(kept[j]);
  }
  const Eigen::VectorXd part = before.colPivHouseholderQr().solve(unit.col(dropped));
  std::vector<std::string> some;
  for (std::size_t j = 0; j < kept.size(); ++j) {
    if (std::abs(part[static_cast<Eigen::Index>(j)]) < 1e-6) continue;
    some.push_back(names[static_cast<std::size_t>(kept[j])]);
  }
  return joined(some);
}

/// Columns of length 1; those of zeros stay.
Eigen::MatrixXd unit_columns(const Eigen::MatrixXd& x) {
  Eigen::MatrixXd unit = x;
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    const double length = x.col(j).norm();
    if (length > 0.0) unit.col(j) /= length;
  }
  return unit;
}

}  // namespace

IndependentColumns independent_columns(const Eigen::MatrixXd& x,
                                       const std::vector<std::string>& names) {
  const Eigen::MatrixXd unit = unit_columns(x);
  IndependentColumns found;
  Eigen::MatrixXd basis(x.rows(), x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    const auto known = basis.leftCols(static_cast<Eigen::Index>(found.kept.size()));
    Eigen::VectorXd left = unit.col(j);
    for (int again = 0; again < 2; ++again) left -= known * (known.transpose() * left).eval();
    const double length = left.norm();
    if (length < kTolerance) {
      const std::string& name = names[static_cast<std::size_t>(j)];
      found.dropped.push_back(j);
      found.sentences.push_back(unit.col(j).norm() == 0.0
                                    ? name + " is 0 in every row"
                                    : name + " is given by " + givers(unit, found.kept, j, names));
      continue;
    }
    basis.col(static_cast<Eigen::Index>(found.kept.size())) = left / length;
    found.kept.push_back(j);
  }
  return found;
}

}  // namespace homeroom::estimators
