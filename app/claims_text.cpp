#include "app/claims_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <limits>

namespace homeroom::app {
namespace {

using claims::PublishedFinding;
using claims::TestFinding;
using claims::Verdict;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::string cell(const std::string& text) {
  std::string doubled;
  for (const char letter : text) doubled += letter == '"' ? "\"\"" : std::string(1, letter);
  return '"' + doubled + '"';
}

std::string cell(double value) {
  return std::isnan(value) ? std::string() : fmt::format("{:.5g}", value);
}

Verdict verdict_of(const JudgedClaim& judged) {
  if (judged.published) return judged.published->verdict;
  if (judged.tests) return claims::verdict_of(*judged.tests, judged.claim->any_test);
  return Verdict::NotJudged;
}

std::string verdict_text(const JudgedClaim& judged) {
  if (judged.claim->rule == ClaimRule::None) return "not testable";
  const Verdict verdict = verdict_of(judged);
  std::string text(claims::words_of(verdict));
  // What holds may hold by an assumption alone; that is looked at by living it without.
  if (judged.tests && verdict == Verdict::Supported && !judged.claim->assumptions.empty()) {
    text += ", assumptions not tried";
  }
  return text + (judged.provisional && verdict != Verdict::NotJudged ? " (provisional)" : "");
}

std::string because(const PublishedFinding& finding) {
  if (finding.verdict == Verdict::NotJudged) {
    return fmt::format("{} of the simulated cities had anything to compare", finding.cities);
  }
  return fmt::format(
      "{:.0f} % of {} simulated cities come out as stated ({:.0f} to {:.0f} %), {:.0f} % where the "
      "models do nothing; mean {:.2f} ({:.2f} to {:.2f}), significant in {:.0f} %",
      100 * finding.share, finding.cities, 100 * finding.share_low, 100 * finding.share_high,
      100 * finding.placebo_share, finding.estimate, finding.low, finding.high,
      100 * finding.significant_share);
}

std::string because(const ClaimTest& test, const TestFinding& finding) {
  const std::string ends = test.from.empty()
                               ? test.compare + " from first to last"
                               : fmt::format("{} from {} to {}", test.compare, test.from, test.to);
  const std::string with = test.with.empty() ? ""
                                             : fmt::format(", more at {} {} than at {}", test.with,
                                                           test.to_with, test.from_with);
  if (finding.verdict == Verdict::NotJudged) {
    return fmt::format("{}: nothing to compare, {}{}", test.outcome, ends, with);
  }
  const std::string along = std::isnan(finding.correlation)
                                ? ""
                                : fmt::format(", rank correlation {:.2f}", finding.correlation);
  const std::string cut =
      std::isnan(finding.disappears)
          ? ""
          : fmt::format(", of which {:.0f} % go with {}", 100 * finding.disappears, test.cut);
  return fmt::format("{}{} {:+.4g} ({:.4g} to {:.4g}) with {}{}{}{}: {}", test.outcome,
                     test.hazard ? ", ratio of hazards" : "", finding.estimate, finding.low,
                     finding.high, ends, with, along, cut, claims::words_of(finding.verdict));
}

std::string because(const JudgedClaim& judged) {
  if (judged.published) return because(*judged.published);
  if (!judged.tests) return judged.why;
  std::string text;
  for (std::size_t i = 0; i < judged.tests->size(); ++i) {
    text += (i > 0 ? "; " : "") + because(judged.claim->tests[i], (*judged.tests)[i]);
  }
  return fmt::format("{}; {} replicates", text, judged.tests->front().replicates);
}

}  // namespace

std::string claim_text(const JudgedClaim& judged) {
  return fmt::format("{:<5}{:<30}{}\n     {}.\n", judged.claim->id, verdict_text(judged),
                     judged.claim->says, because(judged));
}

std::string claim_row(const JudgedClaim& judged) {
  const Claim& claim = *judged.claim;
  double estimate = kNone, low = kNone, high = kNone;
  std::string shares = ",,";
  if (const auto* found = judged.published; found && found->verdict != Verdict::NotJudged) {
    estimate = found->estimate;
    low = found->low;
    high = found->high;
    shares =
        fmt::format("{},{},{}", cell(found->share), cell(found->placebo_share), cell(found->ratio));
  }
  // Of several tests the first; all stand in the sentence.
  if (judged.tests && judged.tests->front().verdict != Verdict::NotJudged) {
    estimate = judged.tests->front().estimate;
    low = judged.tests->front().low;
    high = judged.tests->front().high;
  }
  return fmt::format("{},{},{},{},{},{},{},{},,{},,{},{}\n", claim.id,
                     cell(fmt::format("{}", fmt::join(claim.cities, " "))), cell(claim.measure),
                     cell(claim.groups), cell(claim.stated), cell(estimate), cell(low), cell(high),
                     shares, cell(verdict_text(judged)), cell(because(judged)));
}

}  // namespace homeroom::app
