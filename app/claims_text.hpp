// What came of a claim, in words and as a row.
#pragma once

#include <optional>
#include <string>

#include "app/claims_inputs.hpp"
#include "app/claims_joint.hpp"
#include "app/claims_published.hpp"
#include "app/claims_supply.hpp"
#include "app/claims_sweeps.hpp"

namespace homeroom::app {

inline constexpr const char* kClaimsHead =
    "claim,city,measure,groups,stated,estimate,low,high,truth,share,placebo_share,ratio,"
    "robust_share,verdict,why\n";

/// What was found by the claim's own rule and by those that it is judged by also; or why nothing
/// was.
struct JudgedClaim {
  const Claim* claim = nullptr;
  std::optional<StudiedClaim> study;
  std::optional<TestedClaim> tests;
  std::optional<CheckedInput> input;
  std::optional<JointVerdicts> joint;
  std::optional<SupplyVerdicts> supply;
  std::string why;
  bool provisional = false;
};

/// The finding by which the claim's own rule judges is there.
bool has_verdict(const JudgedClaim& judged);

/// A line and a sentence.
std::string claim_text(const JudgedClaim& judged);

/// In which share of the joint space the verdict is the same, and with whose teachers and leaders;
/// empty where neither was tried.
std::string robustness_text(const JudgedClaim& judged);

/// The same as a row of claims.csv; what is not known is empty.
std::string claim_row(const JudgedClaim& judged);

}  // namespace homeroom::app
