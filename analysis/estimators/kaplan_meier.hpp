// What share is still there at each age: the product-limit curve.
//
//   S(t) = product over ages of an end up to t of 1 - ended / at risk
//   error = S (sum of ended / (at risk (at risk - ended)))^1/2       (Greenwood)
//   interval: S^exp(+-z error / (S log S)), inside 0 and 1            (log minus log)
// Estimates *survival* of what leaves the watch for reasons that have nothing to do with ending
// soon. Spells may come under watch late (left truncation), as schools do that are older than the
// records. Sources: Kaplan and Meier (1958), Journal of the American Statistical Association 53;
// Greenwood (1926); Kalbfleisch and Prentice (2002), section 1.4, for the interval.
#pragma once

#include <vector>

#include "analysis/estimators/spells.hpp"

namespace homeroom::estimators {

/// After an age at which something ended.
struct SurvivalStep {
  double age = 0;
  int at_risk = 0, ended = 0;
  double survival = 1, error = 0;
  double low = 1, high = 1;  ///< NaN, as the error, where nothing is left
};

/// In the order of ages; empty where nothing ended. Throws std::invalid_argument, with the spell's
/// number, where one does not last.
std::vector<SurvivalStep> kaplan_meier(const std::vector<Spell>& spells, double confidence);

/// The last step at or before an age; a whole survival before the first.
SurvivalStep survival_at(const std::vector<SurvivalStep>& steps, double age);

/// The first age at which half or less is left; NaN where more is.
double median_survival(const std::vector<SurvivalStep>& steps);

}  // namespace homeroom::estimators
