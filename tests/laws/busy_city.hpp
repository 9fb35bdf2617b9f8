// A small city in which every chapter has work.
#pragma once

#include <string>
#include <vector>

#include "tests/support/random_city.hpp"

namespace homeroom::testing {

/// Millbrook with a choice system, so that every chapter has work; 6,000 children are two slices of
/// the parallel loops.
inline Scenario busy_city(std::vector<std::string> further = {}, const PolicyFiles& policies = {}) {
  std::vector<std::string> settings = {"run.burn_in_years=3",
                                       "run.policy_years=3",
                                       "law.choice.assignment=deferred_acceptance",
                                       "law.authorization.openings_per_year=1",
                                       "law.authorization.conversions_per_year=2",
                                       "law.authorization.approval_rate=0.9"};
  settings.insert(settings.end(), further.begin(), further.end());
  return small_city(settings, policies);
}

}  // namespace homeroom::testing
