// Was the draw fair, and were winners and losers followed alike? What any lottery study tells
// beside its estimates: an offer must go with nothing that was so before the draw, and with having
// a score at the end neither, or the children compared at the end are not those who were drawn.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/lottery_cells.hpp"
#include "analysis/estimators/wald_test.hpp"

namespace homeroom::estimators {

/// What the data cannot tell (balance where nobody has a score before) is NaN, with a warning.
struct DrawChecks {
  Coefficient balance;     ///< of an offer on the score before [SD]: 0 but for chance
  WaldTest joint_balance;  ///< of score before and traits on the offer
  Coefficient followed;    ///< of an offer on having a score, among those due
  std::vector<std::string> warnings;
};

/// Of children at risk.
DrawChecks check_the_draw(const LotteryApplicants& at_risk, const LotteryQuestion& question);

}  // namespace homeroom::estimators
