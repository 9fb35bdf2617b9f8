// How many clusters a coefficient rests on, and whether it is one alone.
//
// A direction v = x b of the columns that is 0 outside of one cluster is fitted there whatever
// happened: the cluster's residuals say nothing along it, and its score is 0. A column of 0 and 1
// that is 1 in one cluster alone is such a direction, as is a base of one cluster. The cluster's
// block of the hat matrix has then an eigenvalue 1, as a row of leverage 1 has the number itself.
// Effective number of clusters: (sum of c_g)^2 / sum of c_g^2, c_g what the outcomes of cluster g
// would add to the coefficient's variance, were they independent and alike. Source: Carter,
// Schnepel and Steigerwald (2017), Review of Economics and Statistics 99(4).
#pragma once

#include <Eigen/Dense>

#include "analysis/estimators/robust_covariance.hpp"

namespace homeroom::estimators {

/// By column of the fit: true where a direction that one cluster alone makes bears on it.
Eigen::Array<bool, Eigen::Dynamic, 1> rests_on_one_cluster(const ScaledFit& fit,
                                                           const Clusters& clusters);

/// By column of the fit: clusters that it rests on, from 1 to their number.
Eigen::VectorXd effective_clusters(const ScaledFit& fit, const Clusters& clusters);

/// Clusters that tell of a column of 0 and 1: those in which it is 1 in some row, or 0 in some,
/// whichever are fewer.
struct Tellers {
  int clusters = 0;  ///< 0: the column is constant or holds other numbers
  int value = 0;     ///< which is seldom: 0 or 1
};
Tellers tellers_of(const Eigen::VectorXd& column, const Clusters& clusters);

}  // namespace homeroom::estimators
