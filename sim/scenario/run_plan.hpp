// How a scenario is run: which years, how often, with which dice.
#pragma once

#include <cstdint>

#include "sim/core/described.hpp"

namespace homeroom {

struct RunPlan {
  std::uint64_t seed = 0;
  int replicates = 0;
  int first_year = 0;     ///< spring of the first policy year
  int policy_years = 0;   ///< years under the law
  int burn_in_years = 0;  ///< years before, in which careers and stocks settle
  void describe(FieldVisitor& visit);

  int last_year() const { return first_year + policy_years - 1; }
};

}  // namespace homeroom
