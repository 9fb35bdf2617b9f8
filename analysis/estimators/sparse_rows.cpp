#include "analysis/estimators/sparse_rows.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

#include "analysis/estimators/sparse_sums.hpp"

namespace homeroom::estimators {
namespace {

using Matrix = Eigen::MatrixXd;

/// In their order, by Cholesky's method: is anything left of a column after those before it? The
/// tolerance is of squares, and leaves a column out where less than 1e-5 of its length is its own.
std::vector<bool> independent(Matrix left, int columns) {
  std::vector<bool> kept(static_cast<std::size_t>(columns), false);
  const Eigen::VectorXd whole = left.diagonal();
  for (int j = 0; j < columns; ++j) {
    if (!(left(j, j) > 1e-10 * whole[j])) continue;
    kept[static_cast<std::size_t>(j)] = true;
    const Eigen::VectorXd column = left.col(j);
    left.noalias() -= column * column.transpose() / column[j];
  }
  return kept;
}

}  // namespace

void leave_out_dependent(SparseRows& rows) {
  const std::vector<bool> kept =
      independent(weighted_squares(rows, std::vector<double>(rows.size(), 1.0)), rows.columns);
  std::vector<int> number;
  int next = 0;
  for (const bool keep : kept) number.push_back(keep ? next++ : -1);
  number.push_back(-1);
  for (SparseRows::Group& group : rows.groups) {
    for (int& column : group.column) {
      column = number[static_cast<std::size_t>(column)];
      if (column < 0) column = next;
    }
  }
  rows.columns = next;
}

std::vector<double> root_leverages(const SparseRows& rows) {
  const int k = rows.columns;
  const Matrix sum = weighted_squares(rows, std::vector<double>(rows.size(), 1.0));
  Matrix inverse = Matrix::Zero(k + 1, k + 1);
  inverse.topLeftCorner(k, k) = sum.ldlt().solve(Matrix::Identity(k, k));
  std::vector<double> roots(rows.size());
  for (const SparseRows::Group& group : rows.groups) {
    Eigen::Matrix<double, kRowValues, kRowValues> own;
    for (int j = 0; j < kRowValues; ++j) {
      for (int m = 0; m < kRowValues; ++m) {
        own(j, m) = inverse(group.column[static_cast<std::size_t>(j)],
                            group.column[static_cast<std::size_t>(m)]);
      }
    }
    for (std::size_t i = group.first; i < group.past; ++i) {
      const Eigen::Map<const Eigen::Matrix<double, kRowValues, 1>> x(rows.row(i));
      roots[i] = std::sqrt(std::max(0.0, x.dot(own * x)));
    }
  }
  return roots;
}

}  // namespace homeroom::estimators
