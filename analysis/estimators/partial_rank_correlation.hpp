// Partial rank correlations: how steadily an outcome rises or falls with each of several factors,
// the others held by ranks.
//
// All columns become ranks (the mean rank where values are equal). With F the correlations of the
// factors' ranks, c those with the outcome's and b = F^-1 c:
//   r_i = b_i / sqrt(b_i^2 + (F^-1)_ii (1 - c' b))
// is the correlation of what is left of both when the other factors are taken out. Its p is that of
// Student's t with n - 1 - k degrees of freedom, t = r sqrt((n - 1 - k) / (1 - r^2)); its interval
// is Fisher's: tanh(atanh r -+ z s), s^2 = (1 + r^2 / 2) / (n - k - 2). Sources: Iman and Conover
// (1979), Technometrics 21; Marino, Hogue, Ray and Kirschner (2008), Journal of Theoretical Biology
// 254; s of ranks: Bonett and Wright (2000), Psychometrika 65.
#pragma once

#include <string>
#include <vector>

namespace homeroom::estimators {

struct PartialRank {
  /// NaN where the other factors alone give the outcome's ranks: nothing is left to go with.
  double correlation = 0;
  double low = 0, high = 0;
  double p = 0;  ///< that a correlation as far from 0 comes about where there is none
};

/// Ranks from 1, equal values at the mean of theirs.
std::vector<double> mean_ranks(const std::vector<double>& values);

/// One for each factor, at a level of confidence (0.95). Throws std::invalid_argument where there
/// are fewer than factors + 3 rows, where the outcome or a factor is the same everywhere, and where
/// a factor's ranks follow from the others'.
std::vector<PartialRank> partial_rank_correlations(const std::vector<std::string>& names,
                                                   const std::vector<std::vector<double>>& factors,
                                                   const std::vector<double>& outcome,
                                                   double level);

}  // namespace homeroom::estimators
