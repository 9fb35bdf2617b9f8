#include "analysis/estimators/quantile_program.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/estimators/sparse_sums.hpp"

namespace homeroom::estimators {
namespace {

/// A gap against the rows' distances, and a part of the dual's sum for each row, that are none.
constexpr double kNoGap = 1e-11, kNoneMissing = 1e-11;
constexpr int kMostSteps = 60;
/// Where the path begins, against the mean distance of rows: nearer to the border it is blocked
/// where the guess is far off, and no shorter where it is not.
constexpr double kStart = 1.0;

}  // namespace

void QuantileProgram::solve_for(const SparseRows& rows, const Eigen::VectorXd& right) {
  const Eigen::VectorXd solution = normal_.solve(right);
  std::copy(solution.begin(), solution.end(), step_.begin());
  multiply(rows, step_, along_);
}

bool QuantileProgram::solve(const SparseRows& rows, const Eigen::VectorXd& demand,
                            std::vector<double>& b) {
  const auto n = static_cast<double>(rows.size());
  step_.assign(b.size(), 0.0);
  multiply(rows, b, along_);
  double distance = 0;
  for (std::size_t i = 0; i < along_.size(); ++i) {
    along_[i] = rows.y[i] - along_[i];
    distance += std::abs(along_[i]);
  }
  path_.begin(along_, kStart * distance / n);
  for (steps_ = 0; steps_ < kMostSteps; ++steps_) {
    const Eigen::VectorXd missing = demand - weighted_sum(rows, path_.share());
    const double most = missing.cwiseAbs().maxCoeff();
    if (!std::isfinite(path_.gap() + most)) return false;
    if (path_.gap() <= kNoGap * distance && most <= kNoneMissing * n) return true;
    normal_.compute(weighted_squares(rows, path_.weight()));
    const Eigen::VectorXd straight = weighted_sum(rows, path_.straight()) - missing;
    solve_for(rows, straight);
    path_.predict(along_);
    const double left = path_.gap_after(path_.reach()) / path_.gap();
    const double centre = left * left * left * path_.gap() / (2.0 * n);
    solve_for(rows, straight - weighted_sum(rows, path_.bend(centre)));
    path_.correct(along_);
    const QuantilePath::Reach reach = path_.reach();
    path_.advance(reach);
    for (std::size_t j = 0; j < b.size(); ++j) b[j] += reach.primal * step_[j];
  }
  return false;
}

}  // namespace homeroom::estimators
