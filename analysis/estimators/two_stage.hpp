// Two-stage least squares: what a treatment does to those whom instruments bring to it.
//
//   first stage:   d = z a + w c + u;      second stage:  y = d b + w g + e,  d as the first stage
//   says it; residuals, and so errors, by d as it was
// Estimates a *local average treatment effect*: the mean over those whose treatment the instruments
// move, each weighing by how much, where instruments are as good as drawn by lot given w, act
// through the treatment alone, and move nobody the other way. Source: Imbens and Angrist (1994),
// Econometrica 62(2); Angrist and Imbens (1995), Journal of the American Statistical Association
// 90(430), for treatments of several years.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/wald_test.hpp"

namespace homeroom::estimators {

struct InstrumentedModel {
  std::string outcome;
  Eigen::VectorXd y;
  Column treatment;
  std::vector<Column> instruments, controls;
  std::vector<int> cell;     ///< by row; their means are taken out. Empty: a constant instead
  std::vector<int> cluster;  ///< read where errors are clustered
};

struct TwoStageFit {
  LinearFit first, second;  ///< the treatment comes last in the second
  WaldTest strength;        ///< of the instruments in the first stage
  Coefficient effect;
  std::vector<std::string> warnings;  ///< both stages', and that of weak instruments
};

/// Below it intervals cannot be trusted: Staiger and Stock (1997), Econometrica 65(3).
inline constexpr double kWeakInstruments = 10.0;

/// Throws std::invalid_argument as fit_linear does, and where no instrument is left that the
/// controls do not give. HC3 is refused.
TwoStageFit two_stage(const InstrumentedModel& model, Errors errors);

/// y on the instruments and controls: what the instruments themselves do.
LinearFit reduced_form(const InstrumentedModel& model, Errors errors);

}  // namespace homeroom::estimators
