// A city whose second school holds every right in full, for tests of the budget.
#pragma once

#include "tests/support/governed_city.hpp"

namespace homeroom::testing {

inline const SchoolId kFirst{0}, kSecond{1};

/// A city whose second school holds every right in full, and uses it.
inline GovernedCity city_with_freedom() {
  GovernedCity city;
  city.put(kSecond, kFree, 2000);
  for (double& held : city.world.schools.held[kSecond]) held = 1;
  for (double& used : city.world.schools.used[kSecond]) used = 1;
  return city;
}

inline void drop(GovernedCity& city, Right right) {
  city.world.schools.held[kSecond][index_of(right)] = 0;
}

}  // namespace homeroom::testing
