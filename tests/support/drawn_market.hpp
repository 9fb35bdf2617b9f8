// Small markets whose lottery numbers are drawn again and again, as applications on record.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/estimators/admission_thresholds.hpp"
#include "analysis/estimators/offer_probability.hpp"
#include "analysis/panel/panel.hpp"
#include "sim/chance/draw.hpp"

namespace homeroom::estimators {

struct ListedPlace {
  int school = 0;
  int served = 0;  ///< class of priority, from 0
};
/// By applicant: a list, best first; it may be empty.
using ListsOfPlaces = std::vector<std::vector<ListedPlace>>;

/// An assignment by the mechanism, `seats` by school; numbers of the dice's replicate.
panel::Applications draw_assignment(const ListsOfPlaces& lists, const std::vector<int>& seats,
                                    Assignment assignment, TieBreaking ties, const Dice& dice);

/// Every school draws on its own. A second letter goes to whom the school reaches when each third
/// winner has declined.
panel::Applications draw_lotteries(const ListsOfPlaces& lists, const std::vector<int>& seats,
                                   const Dice& dice);

}  // namespace homeroom::estimators
