#include "app/claims_told.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
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

/// C99 comes before C100.
std::string sorted_by(const std::string& id) { return fmt::format("{:0>4}{}", id.size(), id); }

/// The rows of a file that is there, each a line; none of a file with another head.
std::map<std::string, std::string> rows_of(const std::filesystem::path& file) {
  std::map<std::string, std::string> rows;
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line) || line + "\n" != kClaimsHead) return rows;
  while (std::getline(in, line)) {
    rows[sorted_by(line.substr(0, line.find(',')))] = line + "\n";
  }
  return rows;
}

}  // namespace

ClaimsTold::ClaimsTold(std::vector<const Claim*> asked, const ClaimsOptions& options)
    : asked_(std::move(asked)), resume_(options.resume || options.judge_again) {
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
  tell_robustness(judged);
}

void ClaimsTold::add(const Claim& claim, const SupplyVerdicts& found) {
  JudgedClaim& judged = judged_.at(&claim);
  judged.supply = found;
  tell_robustness(judged);
}

bool ClaimsTold::is_whole(const JudgedClaim& judged) const {
  const Claim& claim = *judged.claim;
  return judged.why.empty() && (judged.study || !why_not_published(claim).empty()) &&
         (judged.tests || !why_not_tested(claim).empty()) &&
         (judged.input || !why_no_input(claim).empty());
}

void ClaimsTold::tell(const JudgedClaim& judged) {
  if (!told_.insert(judged.claim).second) return;
  fmt::print("{}", claim_text(judged));
  std::fflush(stdout);
}

/// Once all that a claim is tried by is there.
void ClaimsTold::tell_robustness(const JudgedClaim& judged) const {
  if (!judged.joint || (hangs_on_supply(*judged.claim) && !judged.supply)) return;
  const std::string text = robustness_text(judged);
  if (text.empty()) return;
  fmt::print("{:<5}{}.\n", judged.claim->id, text);
  std::fflush(stdout);
}

bool ClaimsTold::write(const std::filesystem::path& folder) {
  bool any = false;
  const std::filesystem::path file = folder / "claims.csv";
  std::map<std::string, std::string> rows = resume_ ? rows_of(file) : decltype(rows_of(file)){};
  for (const Claim* claim : asked_) {
    const JudgedClaim& judged = judged_.at(claim);
    if (has_verdict(judged)) tell(judged);
    any = any || judged.study || judged.tests || judged.input;
    if (told_.count(claim) > 0) rows[sorted_by(claim->id)] = claim_row(judged);
  }
  if (!any && told_.size() < asked_.size()) return true;
  std::string csv = kClaimsHead;
  for (const auto& [id, row] : rows) csv += row;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  return write_text(file.string(), csv);
}

}  // namespace homeroom::app
