#include "analysis/estimators/sparse_sums.hpp"

#include <cstring>

#include "sim/core/wide.hpp"

namespace homeroom::estimators {
namespace {

/// The values of one row side by side.
using Row = double __attribute__((vector_size(sizeof(double) * kRowValues)));

HOMEROOM_WIDE void add_squares(const double* x, const double* weight, std::size_t count,
                               double* squares) {
  Row sum[kRowValues] = {};
  for (std::size_t i = 0; i < count; ++i) {
    Row row;
    std::memcpy(&row, x + i * kRowValues, sizeof row);
    const Row weighted = weight[i] * row;
    for (int j = 0; j < kRowValues; ++j) sum[j] += weighted[j] * row;
  }
  std::memcpy(squares, sum, sizeof sum);
}

HOMEROOM_WIDE void add_rows(const double* x, const double* weight, std::size_t count,
                            double* sums) {
  Row sum = {};
  for (std::size_t i = 0; i < count; ++i) {
    Row row;
    std::memcpy(&row, x + i * kRowValues, sizeof row);
    sum += weight[i] * row;
  }
  std::memcpy(sums, &sum, sizeof sum);
}

}  // namespace

Eigen::MatrixXd weighted_squares(const SparseRows& rows, const std::vector<double>& weight) {
  Eigen::MatrixXd squares = Eigen::MatrixXd::Zero(rows.columns + 1, rows.columns + 1);
  for (const SparseRows::Group& group : rows.groups) {
    double own[kRowValues * kRowValues];
    add_squares(rows.row(group.first), weight.data() + group.first, group.past - group.first, own);
    for (std::size_t j = 0; j < kRowValues; ++j) {
      for (std::size_t k = 0; k < kRowValues; ++k) {
        squares(group.column[j], group.column[k]) += own[j * kRowValues + k];
      }
    }
  }
  return squares.topLeftCorner(rows.columns, rows.columns);
}

Eigen::VectorXd weighted_sum(const SparseRows& rows, const std::vector<double>& weight) {
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(rows.columns + 1);
  for (const SparseRows::Group& group : rows.groups) {
    double own[kRowValues];
    add_rows(rows.row(group.first), weight.data() + group.first, group.past - group.first, own);
    for (std::size_t j = 0; j < kRowValues; ++j) sums[group.column[j]] += own[j];
  }
  return sums.head(rows.columns);
}

void multiply(const SparseRows& rows, const std::vector<double>& b, std::vector<double>& products) {
  products.resize(rows.size());
  for (const SparseRows::Group& group : rows.groups) {
    const auto own = coefficients_of(group, b);
    for (std::size_t i = group.first; i < group.past; ++i) products[i] = product(rows.row(i), own);
  }
}

}  // namespace homeroom::estimators
