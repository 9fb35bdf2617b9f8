// What came of a claim, in words and as a row.
#pragma once

#include <string>
#include <vector>

#include "analysis/claims/test_rule.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

inline constexpr const char* kClaimsHead =
    "claim,city,measure,groups,stated,estimate,low,high,truth,share,placebo_share,ratio,"
    "robust_share,verdict,why\n";

/// One of the two findings, or the reason why there is none.
struct JudgedClaim {
  const Claim* claim = nullptr;
  const claims::PublishedFinding* published = nullptr;
  const std::vector<claims::TestFinding>* tests = nullptr;
  std::string why;
  bool provisional = false;
};

/// A line and a sentence.
std::string claim_text(const JudgedClaim& judged);

/// The same as a row of claims.csv; what is not known is empty.
std::string claim_row(const JudgedClaim& judged);

}  // namespace homeroom::app
