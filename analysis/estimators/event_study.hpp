// Event study: what beginning something changed, year by year before and after.
//
// Cohort by cohort (units that began in the same year g), the change of the outcome since the year
// before, against units in which it had not begun by then and would not in the year looked at:
//
//   effect(g, t) = mean over the cohort of y_t - y_g-1  less  the same mean over its controls
// averaged by t - g, each cohort with its units. No unit in which it had begun is a control, so
// that early cohorts do not stand in for what would have been (Callaway and Sant'Anna 2021, Journal
// of Econometrics 225(2), without covariates; never treated: their first comparison group, not yet:
// their second). Estimates the change of *level* in the units that began; years before g tell
// whether they moved alike before. Errors are by unit: units that are controls of several cohorts
// count once. Intervals by t with Satterthwaite's degrees of freedom (1946, Biometrics Bulletin
// 2(6)).
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/adoption.hpp"
#include "analysis/estimators/linear_model.hpp"

namespace homeroom::estimators {

enum class Controls {
  NeverBegan,   ///< units in which it begins in no year known
  NotYetBegan,  ///< these, and units in which it begins later than the years compared
};

struct EventYear {
  int since = 0;                ///< years since the first year, t - g; below 0: before
  int cohorts = 0;              ///< that it averages
  int units = 0, controls = 0;  ///< that began; their controls, each once
  Coefficient effect;
};

struct EventStudy {
  std::vector<EventYear>
      years;  ///< in the order of `since`; the year before, -1, is 0 and left out
  EventYear
      after;  ///< mean over cohorts and years since, each unit and year with weight 1; since 0
  std::vector<std::string> warnings;
};

/// Cells of a cohort and year with fewer than two units or two controls have no error and are left
/// out with a warning, as are units in which it had begun when they were first seen. Throws
/// std::invalid_argument as refuse_faults does, and where no cell is left.
EventStudy event_study(const Adoption& adoption, Controls controls, double confidence);

}  // namespace homeroom::estimators
