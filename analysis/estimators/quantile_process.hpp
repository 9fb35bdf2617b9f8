// Conditional quantiles at many shares, each from the one before it.
//
// Between neighbouring shares few rows change sides. The last two solutions are drawn on to a
// guess; rows far from the guess, against what their leverage lets a solution move there, are taken
// to stay on their side, and the linear program is solved over the others. Then every row is looked
// at: those found on the wrong side join, and it is solved again. What comes out is the solution
// over all rows, not near it. Sources: Portnoy and Koenker (1997), Statistical Science 12(4);
// Chernozhukov, Fernandez-Val and Melly (2022), Empirical Economics 62, for the order of shares.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/estimators/sparse_rows.hpp"

namespace homeroom::estimators {

struct QuantileProcess {
  std::vector<std::vector<double>> coefficients;  ///< by share and column
  /// Of each row: how many of its quantiles its y reaches. Quantiles that cross do not matter to
  /// it: sorting a row's quantiles, the rearrangement of Chernozhukov, Fernandez-Val and Galichon
  /// (2010), Econometrica 78(3), changes their order and not how many lie at or below y.
  std::vector<std::uint16_t> reached;
};

/// At rising shares in (0, 1), of independent columns. The two halves about the middle run side by
/// side; numbers do not hang on threads. Throws std::invalid_argument where there are no more rows
/// than columns, and std::runtime_error where a solution is not found.
QuantileProcess quantile_process(const SparseRows& rows, const std::vector<double>& shares);

}  // namespace homeroom::estimators
