// What schools add to children of like columns: effects of schools held fixed.
//
//   y = x b + s + e;   s = mean of y - x b over the school's children, less that over all children
// b comes from differences within schools alone (Mundlak 1978, Econometrica 46(1)), so that schools
// may differ in x and in s together. The error is that of the difference from the mean child's
// school: residual variance over the school's children, and what b leaves open of its x.
#pragma once

#include <Eigen/Dense>

#include <string>
#include <vector>

namespace homeroom::estimators {

struct SchoolEffect {
  int school = 0;  ///< as it was numbered
  int children = 0;
  double effect = 0, error = 0;
};

struct SchoolEffects {
  std::vector<SchoolEffect> schools;  ///< in the order of their numbers
  Eigen::VectorXd slopes;  ///< by column; NaN where a column does not vary within schools
  double residual_sd = 0;
  /// Spread of true effects: the variance of effects over children less that of their errors; 0
  /// where nothing is left.
  double school_sd = 0;
  double degrees = 0;  ///< children less schools less columns
  std::vector<std::string> warnings;
};

/// Columns without a constant; a school of one child has an effect, too. Throws
/// std::invalid_argument where there are fewer than two schools or no degrees of freedom.
SchoolEffects estimate_school_effects(const Eigen::MatrixXd& x, const Eigen::VectorXd& y,
                                      const std::vector<int>& school,
                                      const std::vector<std::string>& names);

}  // namespace homeroom::estimators
