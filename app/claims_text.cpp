#include "app/claims_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace homeroom::app {
namespace {

using claims::PublishedFinding;
using claims::Verdict;

std::string cell(const std::string& text) {
  std::string doubled;
  for (const char letter : text) doubled += letter == '"' ? "\"\"" : std::string(1, letter);
  return '"' + doubled + '"';
}

std::string cell(double value) {
  return std::isnan(value) ? std::string() : fmt::format("{:.4f}", value);
}

std::string verdict_text(const Claim& claim, const PublishedFinding* finding, bool provisional) {
  if (claim.rule == ClaimRule::None) return "not testable";
  const auto words = claims::words_of(finding ? finding->verdict : Verdict::NotJudged);
  const bool judged = finding && finding->verdict != Verdict::NotJudged;
  return std::string(words) + (provisional && judged ? " (provisional)" : "");
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

}  // namespace

std::string claim_text(const Claim& claim, const PublishedFinding* finding, const std::string& why,
                       bool provisional) {
  return fmt::format("{:<5}{:<30}{}\n     {}.\n", claim.id,
                     verdict_text(claim, finding, provisional), claim.says,
                     finding ? because(*finding) : why);
}

std::string claim_row(const Claim& claim, const PublishedFinding* finding, const std::string& why,
                      bool provisional) {
  const std::string cities = fmt::format("{}", fmt::join(claim.cities, " "));
  const std::string head = fmt::format("{},{},{},{},{},", claim.id, cell(cities),
                                       cell(claim.measure), cell(claim.groups), cell(claim.stated));
  if (!finding) {
    return head + fmt::format(",,,,,,,,{},{}\n", cell(verdict_text(claim, finding, provisional)),
                              cell(why));
  }
  return head + fmt::format("{},{},{},,{},{},{},,{},{}\n", cell(finding->estimate),
                            cell(finding->low), cell(finding->high), cell(finding->share),
                            cell(finding->placebo_share), cell(finding->ratio),
                            cell(verdict_text(claim, finding, provisional)),
                            cell(because(*finding)));
}

}  // namespace homeroom::app
