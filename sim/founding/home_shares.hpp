// Who lives in a neighbourhood: shares of groups, and the odds that a household is of low income.
#pragma once

#include <array>
#include <vector>

#include "sim/founding/place.hpp"
#include "sim/founding/settlement.hpp"
#include "sim/world/world.hpp"
#include "sim/year/households.hpp"

namespace homeroom {

struct HomeShares {
  std::vector<GroupShares> groups;          ///< by neighbourhood
  std::array<std::vector<double>, 2> poor;  ///< by whether a household is White, and neighbourhood
};

/// From what a list of schools tells, where it does, else from the place's marginals; the city's
/// shares are the place's either way.
HomeShares shares_of_homes(const Neighbourhoods& places, const Place& place,
                           const Settlement& settlement, const HouseholdsParameters& nature);

}  // namespace homeroom
