// Outcomes of policies over futures, written as a table of values.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "analysis/decisions/policy_outcomes.hpp"

namespace homeroom::decisions {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Values by policy, future and replicate.
using Values = std::vector<std::vector<std::vector<double>>>;

inline PolicyOutcomes outcomes_of(const Values& values, Better better = Better::Higher) {
  PolicyOutcomes of;
  of.outcome = "y";
  of.better = better;
  of.futures = values.front().size();
  for (std::size_t p = 0; p < values.size(); ++p) {
    of.policies.push_back(std::string(1, static_cast<char>('A' + p)));
    for (std::size_t f = 0; f < values[p].size(); ++f) {
      for (std::size_t r = 0; r < values[p][f].size(); ++r) {
        of.rows.push_back({p, f, static_cast<std::uint32_t>(10 * r), values[p][f][r]});
      }
    }
  }
  return of;
}

inline PolicyLives lives_of(const Values& values) { return PolicyLives(outcomes_of(values)); }

}  // namespace homeroom::decisions
