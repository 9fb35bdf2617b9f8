// How long things last: the product of Kaplan and Meier with Greenwood's standard error.
//
//   S = prod (1 - ended / at risk),   se = S sqrt(sum ended / (at risk (at risk - ended)))
// Endings count as independent; agreements of one year meet the same parties, so for them the
// spread between replicates says more. Source: Kaplan and Meier (1958), Journal of the American
// Statistical Association 53; Greenwood (1926).
#pragma once

#include <limits>

#include "sim/core/arithmetic.hpp"
#include "sim/core/fields.hpp"

namespace homeroom {

class Survival {
 public:
  void add(int at_risk, int ended) {
    if (at_risk <= 0) return;
    any_ = true;
    share_ *= 1.0 - static_cast<double>(ended) / at_risk;
    if (ended < at_risk) variance_ += ended / (static_cast<double>(at_risk) * (at_risk - ended));
  }
  /// Share that is still there; missing where nothing was ever at risk.
  double share() const { return any_ ? share_ : std::numeric_limits<double>::quiet_NaN(); }
  double error() const { return share() * sqrt_of(variance_); }
  bool any() const { return any_; }

 private:
  HOMEROOM_OWN_FIELDS(Survival, any, share, variance)
  bool any_ = false;
  double share_ = 1, variance_ = 0;
};

}  // namespace homeroom
