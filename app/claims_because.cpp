#include "app/claims_because.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace homeroom::app {
namespace {

using claims::TestFinding;
using claims::Verdict;

std::string audit_text(const claims::InferenceAudit& audit) {
  if (audit.cities < 2) return {};
  return fmt::format(
      "in truth {:+.2f} ({:.2f} to {:.2f}), a bias of {:+.2f} ({:.2f} to {:.2f}), and the other "
      "sign than the truth in {:.0f} %",
      audit.truth.mean, audit.truth.low, audit.truth.high, audit.bias.mean, audit.bias.low,
      audit.bias.high, 100 * audit.sign_errors);
}

/// Of two outcomes of the same schools, how the study fares on each.
std::string beside_text(const Claim& claim, const StudiedClaim& study) {
  if (!study.beside) return {};
  return fmt::format(
      "; the true sign is not found with p below .05 in {:.0f} % on {}, in {:.0f} % on {}, where "
      "{}",
      100 * study.audit.missed, claim.study->outcome, 100 * study.beside->missed,
      claim.study->beside, audit_text(*study.beside));
}

std::string prior_text(const StudiedClaim& study) {
  if (!study.with_prior || study.with_prior->cities < 2) return {};
  const claims::AuditedMean& estimate = study.with_prior->estimate;
  return fmt::format(
      "; with schools' scores of the year before held {:+.2f} ({:.2f} to {:.2f}), {}",
      estimate.mean, estimate.low, estimate.high, audit_text(*study.with_prior));
}

/// One by one, where there are several.
std::string contrasts_text(const Claim& claim, const StudiedClaim& study) {
  if (study.contrasts.size() < 2) return {};
  std::string text;
  for (const StudiedContrast& one : study.contrasts) {
    const ClaimContrast& contrast = claim.study->contrasts[one.contrast];
    const claims::AuditedMean &estimate = one.audit.estimate, &truth = one.audit.truth;
    text += fmt::format("{}{}{} against {} {:+.2f} ({:.2f} to {:.2f}), true {:+.2f}",
                        text.empty() ? "; one by one: " : "; ",
                        claim.cities.size() > 1 ? one.city + " " : "",
                        fmt::join(contrast.of, " + "), fmt::join(contrast.against, " + "),
                        estimate.mean, estimate.low, estimate.high, truth.mean);
  }
  return text;
}

std::string why_nothing(const ClaimTest& test, const TestFinding& finding) {
  if (!test.hazard || finding.replicates < 2) return "nothing to compare";
  return finding.ends == claims::Ends::Nowhere
             ? "nothing ended at either level"
             : "all that ended did so in one replicate of a level";
}

/// Of a hazard with ends at one level alone.
std::string bound_text(const TestFinding& finding) {
  switch (finding.ends) {
    case claims::Ends::InFirst:
      return fmt::format(" below {:.4g}, nothing ended at the last level", finding.high);
    case claims::Ends::InLast:
      return fmt::format(" above {:.4g}, nothing ended at the first level", finding.low);
    default:
      return fmt::format(" {:+.4g} ({:.4g} to {:.4g})", finding.estimate, finding.low,
                         finding.high);
  }
}

std::string of_test(const ClaimTest& test, const TestFinding& finding) {
  const std::string ends = test.from.empty()
                               ? test.compare + " from first to last"
                               : fmt::format("{} from {} to {}", test.compare, test.from, test.to);
  const std::string with = test.with.empty() ? ""
                                             : fmt::format(", more at {} {} than at {}", test.with,
                                                           test.to_with, test.from_with);
  if (finding.verdict == Verdict::NotJudged) {
    return fmt::format("{}: {}, {}{}", test.outcome, why_nothing(test, finding), ends, with);
  }
  const std::string along = std::isnan(finding.correlation)
                                ? ""
                                : fmt::format(", rank correlation {:.2f}", finding.correlation);
  const std::string cut =
      std::isnan(finding.disappears)
          ? ""
          : fmt::format(", of which {:.0f} % go with {}", 100 * finding.disappears, test.cut);
  return fmt::format("{}{}{} with {}{}{}{}: {}", test.outcome,
                     test.hazard ? ", ratio of hazards" : "", bound_text(finding), ends, with,
                     along, cut, claims::words_of(finding.verdict));
}

std::string keys_text(const char* what, const std::vector<std::string>& keys) {
  return keys.empty() ? std::string() : fmt::format("; {} {}", what, fmt::join(keys, ", "));
}

/// What came of living a supported claim without its assumptions.
std::string without_text(const Claim& claim, const TestedClaim& tests) {
  if (claims::verdict_of(tests.tests, claim.any_test) != Verdict::Supported) return {};
  if (claim.assumptions.empty()) return "; no assumption to do without";
  const std::size_t tried = claim.assumptions.size() - tests.assumptions.not_lived.size();
  return fmt::format("; {} of {} assumptions done without, one at a time", tried,
                     claim.assumptions.size()) +
         keys_text("not supported without", tests.assumptions.carrying) +
         keys_text("cannot be lived without", tests.assumptions.not_lived);
}

/// Paths that each carry too little may carry enough together.
std::string together_text(const Claim& claim, const TestedClaim& tests) {
  if (!tests.together || std::isnan(tests.together->disappears)) return {};
  return fmt::format("; with all {} cut at once {:.0f} % go: {}", paths_cut(claim),
                     100 * tests.together->disappears, claims::words_of(tests.together->verdict));
}

std::string significance_text(const claims::PublishedFinding& finding) {
  if (std::isnan(finding.significant_share)) return "without a p";
  if (std::isnan(finding.power)) {
    return fmt::format("as stated with p below .05 in {:.0f} %, to the other side in {:.0f} %",
                       100 * finding.significant_share, 100 * finding.other_side_share);
  }
  return fmt::format(
      "p of .05 and more in {:.0f} % of contrasts, and a power of {:.0f} % to find "
      "the margin",
      100 * finding.significant_share, 100 * finding.power);
}

}  // namespace

std::string because(const Claim& claim, const StudiedClaim& study) {
  const claims::PublishedFinding& finding = study.finding;
  if (finding.verdict == Verdict::NotJudged) {
    return fmt::format("{} of the simulated cities had anything to compare", finding.cities);
  }
  const std::string audit = audit_text(study.audit);
  const auto& contrasts = claim.study->contrasts;
  const bool turned = std::any_of(contrasts.begin(), contrasts.end(), [&](const auto& contrast) {
    return is_turned(*claim.study, contrast);
  });
  return fmt::format(
             "{:.0f} % of {} simulated {} come out as stated ({:.0f} to {:.0f} %), {:.0f} % "
             "({:.0f} to {:.0f} %) where the models do nothing, {} only with effects and {} only "
             "without; mean{} {:.2f} ({:.2f} to {:.2f}), "
             "{}",
             100 * finding.share, finding.cities,
             claim.cities.size() > 1 ? "sets of cities" : "cities", 100 * finding.share_low,
             100 * finding.share_high, 100 * finding.placebo_share, 100 * finding.placebo_low,
             100 * finding.placebo_high, finding.only_with, finding.only_without,
             turned ? ", contrasts turned to their stated sides," : "", finding.estimate,
             finding.low, finding.high, significance_text(finding)) +
         (audit.empty() ? "" : "; ") + audit + beside_text(claim, study) + prior_text(study) +
         contrasts_text(claim, study);
}

std::string because(const Claim& claim, const TestedClaim& tests) {
  if (tests.tests.empty()) return "its sweep cannot be lived";
  std::string text;
  for (std::size_t i = 0; i < tests.tests.size(); ++i) {
    text += (i > 0 ? "; " : "") + of_test(claim.tests[i], tests.tests[i]);
  }
  return fmt::format("{}; {} replicates, judged by {:.4g} % intervals", text, tests.look.replicates,
                     100 * tests.look.confidence) +
         without_text(claim, tests) + together_text(claim, tests) +
         beside_text(tests.beside, claim);
}

std::string because(const Claim& claim, const CheckedInput& input) {
  const claims::InputFinding& finding = input.finding;
  const std::string place =
      fmt::format("{} the stated range {:.4g} to {:.4g}; {}", finding.within ? "within" : "outside",
                  claim.input->low, claim.input->high,
                  finding.within ? "put in by construction: data, no evidence"
                                 : "what was put in does not come out as stated");
  if (!input.notes.empty()) {
    return fmt::format("{}: {}", fmt::join(input.notes, "; "), place);
  }
  if (!was_told(input)) return claim.input->outcome + " could not be told";
  if (finding.replicates < 2) {
    return fmt::format("{} {:.4g} in one replicate: {}", claim.input->outcome, finding.mean, place);
  }
  return fmt::format("{} {:.4g} ({:.4g} to {:.4g}) over {} replicates: {}", claim.input->outcome,
                     finding.mean, finding.low, finding.high, finding.replicates, place);
}

}  // namespace homeroom::app
