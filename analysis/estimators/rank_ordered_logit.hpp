// The rank-ordered logit: what choosers want, from the order of their lists.
//
//   P(list) = product over its ranks of exp(b x) / sum of exp(b x) over what is not yet listed
// Maximum likelihood by Newton's method; the likelihood is concave.
// Source: Beggs, Cardell and Hausman (1981), Journal of Econometrics 16(1).
#pragma once

#include <Eigen/Dense>

#include <vector>

namespace homeroom::estimators {

/// One chooser: alternatives in rows, those listed first, in the order of the list.
struct RankedList {
  Eigen::MatrixXd alternatives;
  int listed = 0;
};

struct RankOrderedLogit {
  Eigen::VectorXd weights;  ///< by column
  Eigen::VectorXd errors;   ///< standard errors, from the information
  double log_likelihood = 0;
  bool converged = false;
};

RankOrderedLogit estimate_rank_ordered_logit(const std::vector<RankedList>& lists);

}  // namespace homeroom::estimators
