#include "app/claims_told.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "app/write_text.hpp"

namespace homeroom::app {
namespace {

/// Why the claim's own rule finds nothing; empty where it finds something.
std::string why_not_judged(const Claim& claim) {
  switch (claim.rule) {
    case ClaimRule::None:
      return claim.not_testable;
    case ClaimRule::Published:
    case ClaimRule::Inference:
      return why_not_published(claim);
    case ClaimRule::Input:
      return why_no_input(claim);
    default:
      return why_not_tested(claim);
  }
}

}  // namespace

ClaimsTold::ClaimsTold(std::vector<const Claim*> asked, const ClaimsOptions& options)
    : asked_(std::move(asked)), robust_(options.robust) {
  for (const Claim* claim : asked_) {
    JudgedClaim& judged = judged_[claim];
    judged.claim = claim;
    judged.provisional = options.quick;
    judged.why = why_not_judged(*claim);
    if (!judged.why.empty()) tell(judged);
  }
}

void ClaimsTold::add(const Claim& claim, const StudiedClaim& found) {
  JudgedClaim& judged = judged_.at(&claim);
  judged.study = found;
  if (is_whole(judged)) tell(judged);
}

void ClaimsTold::add(const Claim& claim, const TestedClaim& found) {
  JudgedClaim& judged = judged_.at(&claim);
  judged.tests = found;
  if (is_whole(judged)) tell(judged);
}

void ClaimsTold::add(const Claim& claim, const CheckedInput& found) {
  JudgedClaim& judged = judged_.at(&claim);
  judged.input = found;
  if (is_whole(judged)) tell(judged);
}

void ClaimsTold::add(const Claim& claim, const JointVerdicts& found) {
  JudgedClaim& judged = judged_.at(&claim);
  judged.joint = found;
  if (is_whole(judged)) tell(judged);
}

bool ClaimsTold::is_whole(const JudgedClaim& judged) const {
  const Claim& claim = *judged.claim;
  return judged.why.empty() && (judged.joint || !robust_) &&
         (judged.study || !why_not_published(claim).empty()) &&
         (judged.tests || !why_not_tested(claim).empty()) &&
         (judged.input || !why_no_input(claim).empty());
}

void ClaimsTold::tell(const JudgedClaim& judged) {
  if (rows_.count(judged.claim) > 0) return;
  rows_[judged.claim] = claim_row(judged);
  fmt::print("{}", claim_text(judged));
  std::fflush(stdout);
}

bool ClaimsTold::write(const std::filesystem::path& folder) {
  bool any = false;
  std::string csv = kClaimsHead;
  for (const Claim* claim : asked_) {
    const JudgedClaim& judged = judged_.at(claim);
    if (has_verdict(judged)) tell(judged);
    any = any || judged.study || judged.tests || judged.input;
    if (const auto row = rows_.find(claim); row != rows_.end()) csv += row->second;
  }
  if (!any && rows_.size() < asked_.size()) return true;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  return write_text((folder / "claims.csv").string(), csv);
}

}  // namespace homeroom::app
