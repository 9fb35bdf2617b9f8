// A linear mixed model with three nested random intercepts: school, teacher in school, class of a
// teacher (a year's), child.
//
//   y = x b + s + t + c + e,   each normal with a variance of its own
// Restricted maximum likelihood. Nesting makes the inverse of the covariance a chain of rank-one
// corrections (Sherman and Morrison 1950), so that a class enters by its sums alone.
// Source: Patterson and Thompson (1971), Biometrika 58(3); used for teachers' effects as in Nye,
// Konstantopoulos and Hedges (2004), Educational Evaluation and Policy Analysis 26(3).
#pragma once

#include <Eigen/Dense>

#include <array>
#include <vector>

namespace homeroom::estimators {

/// Children in rows, those of a class together, classes of a teacher and teachers of a school
/// likewise; a number that changes begins a new unit.
struct NestedSample {
  Eigen::MatrixXd x;
  Eigen::VectorXd y;
  std::vector<int> classes, teachers, schools;  ///< by row
};

struct NestedEffects {
  Eigen::VectorXd coefficients;
  double school_sd = 0, teacher_sd = 0, class_sd = 0, residual_sd = 0;
  double criterion = 0;  ///< -2 log restricted likelihood, up to a constant
  int evaluations = 0;
};

/// The sums of a sample by which classes enter the likelihood.
class NestedLikelihood {
 public:
  explicit NestedLikelihood(const NestedSample& sample);
  /// Variances of class, teacher and school against the residual's.
  using Ratios = std::array<double, 3>;
  /// -2 log restricted likelihood with the residual variance profiled out.
  double criterion(const Ratios& ratios) const;
  NestedEffects effects(const Ratios& ratios) const;

 private:
  struct Unit {
    Eigen::VectorXd sums;  ///< columns of x and y
    double children = 0;
    int teacher = 0, school = 0;
  };
  struct Weighted {
    Eigen::MatrixXd crossproduct;  ///< of [x y], weighted by the inverse covariance
    double log_determinant = 0;
  };
  Weighted weigh(const Ratios& ratios) const;
  std::vector<Unit> classes_;
  Eigen::MatrixXd crossproduct_;
  double children_ = 0;
};

NestedEffects estimate_nested_effects(const NestedSample& sample);

}  // namespace homeroom::estimators
