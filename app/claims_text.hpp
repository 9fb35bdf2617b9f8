// What came of a claim, in words and as a row.
#pragma once

#include <string>

#include "analysis/claims/published_rule.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

inline constexpr const char* kClaimsHead =
    "claim,city,measure,groups,stated,estimate,low,high,truth,share,placebo_share,ratio,"
    "robust_share,verdict,why\n";

/// A line and a sentence; `finding` is null where the claim was not judged, for the reason `why`.
std::string claim_text(const Claim& claim, const claims::PublishedFinding* finding,
                       const std::string& why, bool provisional);

/// The same as a row of claims.csv; what is not known is empty.
std::string claim_row(const Claim& claim, const claims::PublishedFinding* finding,
                      const std::string& why, bool provisional);

}  // namespace homeroom::app
