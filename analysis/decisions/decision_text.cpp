#include "analysis/decisions/decision_text.hpp"

#include <fmt/format.h>

#include "analysis/decisions/decision_parts.hpp"
#include "sim/core/counted.hpp"

namespace homeroom::decisions {
namespace {

std::string about(const PolicyOutcomes& outcomes, const DecisionReport& report) {
  std::size_t lives = 0, missing = 0;
  for (const PolicyMean& of : report.ranked) {
    lives += of.mean.lives;
    missing += of.missing;
  }
  std::string text = fmt::format(
      "{}: {} is better. {} in {}, {}", outcomes.outcome,
      outcomes.better == Better::Higher ? "higher" : "lower",
      report.ranked.size() == 1 ? "1 policy" : fmt::format("{} policies", report.ranked.size()),
      counted(outcomes.futures, "future"), lives == 1 ? "1 life" : fmt::format("{} lives", lives));
  if (missing > 0) text += fmt::format(", {} more without a value", missing);
  return text + ".\n";
}

/// What intervals hold. With few replicates, and where one stopped because of what was seen, they
/// do not hold what they say; how often is in tests/recovery/decisions_recovery_test.cpp.
std::string of_intervals(std::size_t replicates, bool until_certain) {
  constexpr std::size_t kFew = 5;
  if (replicates < 2) {
    return "With one replicate all holds for its dice alone: intervals are over futures, and "
           "what other dice would give may lie far outside.\n";
  }
  std::string text = "Intervals hold the mean over futures like these in 95 of 100 sweeps";
  if (replicates < kFew) {
    text += fmt::format(
        "; with no more than {} replicates in fewer where dice act alike in all futures, and ± is "
        "told too small",
        replicates);
  }
  text += ".\n";
  if (!until_certain) return text;
  return text +
         "Replicates were added until the ranking was certain: what came out large ended sooner, "
         "so that differences are told rather too large and their intervals hold them less "
         "often.\n";
}

std::string legend(std::size_t replicates, bool until_certain) {
  return of_intervals(replicates, until_certain) +
         "parameters: probability that the expected outcome is better in a future drawn from the "
         "design; luck: that a life is, where parameters are such that the mean difference is "
         "expected; both: that a life is, in a future drawn from the design. ± is one Monte Carlo "
         "standard error.\n"
         "due to parameters: share of the variance of differences of single lives; error by "
         "futures: share of the mean's error that more futures would lessen, the rest more "
         "replicates.\n"
         "Regret: what the best policy of a future would have given more. With few replicates "
         "it is told too large.\n";
}

}  // namespace

std::string decision_text(const PolicyOutcomes& outcomes, const DecisionReport& report,
                          const ReportAsked& asked) {
  const std::string head = about(outcomes, report) + "\n" +
                           decision_sentences(outcomes, report, asked) + "\n" +
                           policies_table(outcomes, report);
  if (report.pairs.empty()) return head;
  return head + "\n" + pairs_table(outcomes, report) + decision_searches(outcomes, report, asked) +
         "\n" + legend(report.replicates, asked.until_certain);
}

}  // namespace homeroom::decisions
