// The comparisons within a claim's sweep, as its file says them.
#pragma once

#include <optional>
#include <vector>

#include "sim/scenario/claim.hpp"

namespace homeroom {

/// Whether one test is enough, by `require`.
bool any_test_in(const Node* require, Faults& faults);

/// Reads [[tests]]; outcomes, factors and levels that they name are the sweep's own.
std::vector<ClaimTest> read_claim_tests(const Node* list, const std::optional<SweepDesign>& sweep,
                                        Faults& faults);

}  // namespace homeroom
