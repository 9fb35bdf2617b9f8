// Sums over sparse rows, in the order of the rows: the same bits on any machine.
#pragma once

#include <Eigen/Dense>

#include <vector>

#include "analysis/estimators/sparse_rows.hpp"

namespace homeroom::estimators {

/// Sum of weight x x', by column.
Eigen::MatrixXd weighted_squares(const SparseRows& rows, const std::vector<double>& weight);

/// Sum of weight x, by column.
Eigen::VectorXd weighted_sum(const SparseRows& rows, const std::vector<double>& weight);

/// x b of every row; b has a coefficient for each column and a 0 behind them.
void multiply(const SparseRows& rows, const std::vector<double>& b, std::vector<double>& products);

/// Coefficients of a group's values.
inline std::array<double, kRowValues> coefficients_of(const SparseRows::Group& group,
                                                      const std::vector<double>& b) {
  std::array<double, kRowValues> own{};
  for (std::size_t j = 0; j < own.size(); ++j) {
    own[j] = b[static_cast<std::size_t>(group.column[j])];
  }
  return own;
}

/// x b of one row, summed in pairs.
inline double product(const double* x, const std::array<double, kRowValues>& b) {
  return ((x[0] * b[0] + x[1] * b[1]) + (x[2] * b[2] + x[3] * b[3])) +
         ((x[4] * b[4] + x[5] * b[5]) + (x[6] * b[6] + x[7] * b[7]));
}

}  // namespace homeroom::estimators
