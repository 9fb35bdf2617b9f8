// What else the sweep of a claim tells: outcomes that its file wants told and no test judges.
#pragma once

#include <string>
#include <vector>

#include "analysis/claims/test_rule.hpp"
#include "app/claims_cells.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

/// Of each such outcome the comparison of the claim's first test, of a dose its ends; none where a
/// claim has no tests.
std::vector<ClaimTest> tests_beside(const Claim& claim);

struct ToldBeside {
  std::string outcome;
  claims::TestFinding finding;  ///< its verdict says nothing
};

/// Outcomes with anything to compare, each with its paired difference.
std::string beside_text(const std::vector<ToldBeside>& told, const Claim& claim);

}  // namespace homeroom::app
