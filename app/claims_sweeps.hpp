// Rules V2, V3, V4 and V6 over the sweeps that claims bring along.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/claims/test_rule.hpp"
#include "app/options.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

/// What came of a claim's tests, in their order.
using TestFindings = std::map<std::string, std::vector<claims::TestFinding>>;

/// Why the tests of a claim cannot be judged; empty where they can.
std::string why_not_tested(const Claim& claim);

/// Lives the sweep of each claim into a folder of its own below `folder` and judges its tests. The
/// exit status; throws as sweep_into.
int live_tests(const ClaimsOptions& options, const std::vector<const Claim*>& asked,
               const std::filesystem::path& folder, TestFindings& findings);

}  // namespace homeroom::app
