// Cubic splines of one or two variables, as sparse rows: a constant, and what each variable adds.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/estimators/sparse_rows.hpp"

namespace homeroom::estimators {

struct SplineRows {
  SparseRows rows;                 ///< in groups; columns are independent
  std::vector<std::size_t> place;  ///< of each of these rows among those that were given
};

/// y on B-splines of one or two variables, with knots at `knot_shares` of each. Splines of a
/// variable add up to 1: the first one's hold the constant, the second one's go without their
/// first. Throws std::invalid_argument where a variable does not vary.
SplineRows spline_rows(const std::vector<std::vector<double>>& variables,
                       const std::vector<double>& y, const std::vector<double>& knot_shares);

}  // namespace homeroom::estimators
