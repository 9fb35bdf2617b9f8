#include "app/claims_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <limits>

#include "app/claims_because.hpp"

#include "sim/records/csv_cell.hpp"

namespace homeroom::app {
namespace {

using claims::Verdict;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Verdict verdict_of(const JudgedClaim& judged) {
  if (!has_verdict(judged)) return Verdict::NotJudged;
  switch (judged.claim->rule) {
    case ClaimRule::Published:
      return judged.study->finding.verdict;
    case ClaimRule::Inference:
      return judged.study->audit.cities < 2 ? Verdict::NotJudged : Verdict::Audited;
    case ClaimRule::Input:
      return was_told(*judged.input) ? Verdict::InputCheck : Verdict::NotJudged;
    default:
      return claims::verdict_of(judged.tests->tests, judged.claim->any_test);
  }
}

std::string verdict_text(const JudgedClaim& judged) {
  if (judged.claim->rule == ClaimRule::None) return "not testable";
  const Verdict verdict = verdict_of(judged);
  std::string text(claims::words_of(verdict));
  if (judged.tests && verdict == Verdict::Supported && judged.claim->rule != ClaimRule::Published) {
    const AssumptionsTried& tried = judged.tests->assumptions;
    if (!tried.carrying.empty()) {
      text += fmt::format(" by assumption: {}", fmt::join(tried.carrying, ", "));
    }
  }
  if (verdict == Verdict::InputCheck && !judged.input->finding.within) text += ": outside";
  return text + (judged.provisional && verdict != Verdict::NotJudged ? " (provisional)" : "");
}

double robust_share(const JudgedClaim& judged) {
  return judged.joint ? judged.joint->share_of(verdict_of(judged), judged.claim->rule) : kNone;
}

std::string over_space(const JudgedClaim& judged) {
  if (!judged.joint) return {};
  if (!judged.joint->why.empty()) return "not tried over the joint space: " + judged.joint->why;
  const double share = robust_share(judged);
  if (std::isnan(share)) return {};
  std::string text = fmt::format("the same in {:.0f} % of {} points of the joint space",
                                 100.0 * share, judged.joint->points.size());
  if (judged.claim->rule == ClaimRule::Published && !std::isnan(judged.study->in_fours)) {
    text += fmt::format(", as it is in {:.0f} % of groups of four cities as they are",
                        100.0 * judged.study->in_fours);
  }
  if (!judged.joint->left_out.empty()) {
    text += fmt::format(", without {}, which could not be lived",
                        fmt::join(judged.joint->left_out, " and "));
  }
  return text;
}

/// With whose teachers and leaders the verdict is the same.
std::string with_others(const JudgedClaim& judged) {
  if (!judged.supply || judged.supply->empty()) return {};
  std::vector<std::string> same;
  for (const auto& [city, verdict] : *judged.supply) {
    if (verdict == verdict_of(judged)) same.push_back(city);
  }
  return fmt::format("with the teachers and leaders of {} cities that have others the same in {}{}",
                     judged.supply->size(), same.empty() ? "none" : "", fmt::join(same, ", "));
}

std::string robustness_of(const JudgedClaim& judged) {
  const std::string space = over_space(judged), others = with_others(judged);
  return space + (space.empty() || others.empty() ? "" : "; ") + others;
}

std::string because(const JudgedClaim& judged) {
  if (!judged.why.empty()) return judged.why;
  const ClaimRule rule = judged.claim->rule;
  const bool by_study = rule == ClaimRule::Published || rule == ClaimRule::Inference;
  std::vector<std::string> first, beside;
  if (judged.study) (by_study ? first : beside).push_back(because(*judged.claim, *judged.study));
  if (judged.input) {
    (rule == ClaimRule::Input ? first : beside).push_back(because(*judged.claim, *judged.input));
  }
  if (judged.tests) {
    const bool own = !by_study && rule != ClaimRule::Input;
    std::string text = because(*judged.claim, *judged.tests);
    if (!own) {
      const Verdict verdict = claims::verdict_of(judged.tests->tests, judged.claim->any_test);
      text = fmt::format("tests {}: {}", claims::words_of(verdict), text);
    }
    (own ? first : beside).push_back(text);
  }
  std::string text = fmt::format("{}", fmt::join(first, "; "));
  for (const std::string& more : beside) text += ". Beside it: " + more;
  const std::string robust = robustness_of(judged);
  return robust.empty() ? text : text + ". " + robust;
}

struct Told {
  double estimate = kNone, low = kNone, high = kNone, truth = kNone;
};

/// Of several tests the first; all stand in the sentence.
Told told(const JudgedClaim& judged) {
  switch (verdict_of(judged)) {
    case Verdict::NotJudged:
      return {};
    case Verdict::Audited: {
      const claims::InferenceAudit& audit = judged.study->audit;
      return {audit.estimate.mean, audit.estimate.low, audit.estimate.high, audit.truth.mean};
    }
    case Verdict::InputCheck: {
      const claims::InputFinding& found = judged.input->finding;
      return {found.mean, found.low, found.high, kNone};
    }
    default:
      break;
  }
  if (judged.claim->rule == ClaimRule::Published) {
    const StudiedClaim& study = *judged.study;
    return {study.finding.estimate, study.finding.low, study.finding.high, study.audit.truth.mean};
  }
  const claims::TestFinding& test = judged.tests->tests.front();
  return {test.estimate, test.low, test.high, test.estimate};
}

}  // namespace

bool has_verdict(const JudgedClaim& judged) {
  switch (judged.claim->rule) {
    case ClaimRule::Published:
    case ClaimRule::Inference:
      return judged.study.has_value();
    case ClaimRule::Input:
      return judged.input.has_value();
    case ClaimRule::None:
      return false;
    default:
      return judged.tests.has_value();
  }
}

std::string claim_text(const JudgedClaim& judged) {
  return fmt::format("{:<5}{:<29} {}\n     {}.\n", judged.claim->id, verdict_text(judged),
                     judged.claim->says, because(judged));
}

std::string robustness_text(const JudgedClaim& judged) { return robustness_of(judged); }

std::string claim_row(const JudgedClaim& judged) {
  const Claim& claim = *judged.claim;
  const Told number = told(judged);
  std::string shares = ",,";
  const bool by_study = claim.rule == ClaimRule::Published || claim.rule == ClaimRule::Inference;
  if (by_study && judged.study && judged.study->finding.verdict != Verdict::NotJudged) {
    const claims::PublishedFinding& found = judged.study->finding;
    shares = fmt::format("{},{},{}", csv_figure(found.share), csv_figure(found.placebo_share),
                         csv_figure(found.ratio));
  }
  return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\n", claim.id,
                     csv_quoted(fmt::format("{}", fmt::join(claim.cities, " "))),
                     csv_quoted(claim.measure), csv_quoted(claim.groups), csv_quoted(claim.stated),
                     csv_figure(number.estimate), csv_figure(number.low), csv_figure(number.high),
                     csv_figure(number.truth), shares, csv_figure(robust_share(judged)),
                     csv_quoted(verdict_text(judged)), csv_quoted(because(judged)));
}

}  // namespace homeroom::app
