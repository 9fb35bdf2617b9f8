// Do groups end at the same rate? The log-rank test.
//
//   expected ends of a group = sum over ages of ends x its share of those at risk
//   chi2 = (observed - expected)' V^-1 (observed - expected),  groups - 1 degrees of freedom
// with V of the hypergeometric, ties included. Sources: Mantel (1966), Cancer Chemotherapy Reports
// 50(3); Peto and Peto (1972), Journal of the Royal Statistical Society A 135(2).
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/spells.hpp"

namespace homeroom::estimators {

struct LogRank {
  std::vector<double> observed, expected;  ///< ends, by group
  double chi_squared = 0;
  int degrees = 0;
  double p = 0;
};

/// Throws std::invalid_argument where fewer than two groups were ever at risk when something ended,
/// and where groups were never at risk together, directly or through others, when some ended and
/// some stayed: V has then too low a rank, and nothing compares them. They are called by `names`,
/// or by their places.
LogRank log_rank(const std::vector<std::vector<Spell>>& groups,
                 const std::vector<std::string>& names = {});

}  // namespace homeroom::estimators
