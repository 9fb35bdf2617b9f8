#include "analysis/estimators/offer_probability.hpp"

#include <algorithm>

namespace homeroom::estimators {

double offer_probability(const std::vector<ListedSchool>& list, TieBreaking ties) {
  double sum = 0.0;
  double placed = 0.0;  // chance of a school that is listed before
  for (const ListedSchool& school : list) {
    const double with = ties == TieBreaking::Single ? std::max(placed, school.taken)
                                                    : placed + (1.0 - placed) * school.taken;
    if (school.treated) sum += with - placed;
    placed = with;
  }
  return sum;
}

}  // namespace homeroom::estimators
