// Rules V2, V3, V4 and V6 over the sweeps that claims bring along.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/claims/looks.hpp"
#include "app/claims_assumptions.hpp"
#include "app/claims_beside.hpp"

namespace homeroom::app {

/// What came of a claim's tests, in their order, and of the assumptions of one that is supported.
struct TestedClaim {
  std::vector<claims::TestFinding> tests;
  claims::Look look;  ///< at which it was told
  AssumptionsTried assumptions;
  std::optional<claims::TestFinding> together;  ///< with all paths cut, where there are several
  std::vector<ToldBeside> beside;               ///< outcomes that no test judges
};

using TellTested = std::function<void(const Claim&, const TestedClaim&)>;

/// Why the tests of a claim cannot be judged; empty where they can.
std::string why_not_tested(const Claim& claim);

/// Lives the sweep of each claim into folders below `folder`, from look to look until it is clear,
/// and tells it. The exit status; throws as sweep_into.
int live_tests(const ClaimsOptions& options, const std::vector<const Claim*>& asked,
               const std::filesystem::path& folder, const TellTested& tell);

}  // namespace homeroom::app
