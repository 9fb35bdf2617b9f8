// How often separate lotteries were won, by school, grade and class of priority.
//
// Where a school draws among its applicants and nothing else decides, every child of a cell had the
// same chance of an offer at once, and the share of the cell that won is that chance, exactly: how
// many seats a class gets does not hang on the draw. Offers from the waiting list go down the same
// order as far as others give seats back; there the share is the chance but for what a child's own
// answer does to the length of the list, which is little in large lotteries.
#pragma once

#include <vector>

#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

/// By line of the table.
struct WinShares {
  std::vector<double> at_once, ever;
};

WinShares win_shares(const panel::Applications& lotteries);

}  // namespace homeroom::estimators
