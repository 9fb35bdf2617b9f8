#include "app/claims_beside.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace homeroom::app {

std::vector<ClaimTest> tests_beside(const Claim& claim) {
  std::vector<ClaimTest> beside;
  if (claim.tests.empty() || !claim.sweep) return beside;
  for (const std::string& outcome : claim.sweep->outcomes) {
    const bool judged = std::any_of(claim.tests.begin(), claim.tests.end(),
                                    [&](const ClaimTest& test) { return test.outcome == outcome; });
    if (judged) continue;
    ClaimTest test = claim.tests.front();
    test.outcome = outcome;
    test.hazard = false;
    test.direction = ClaimDirection::Higher;
    if (test.from.empty()) {
      const std::vector<std::string> levels = levels_of(*claim.sweep, test.compare);
      test.from = levels.front();
      test.to = levels.back();
    }
    beside.push_back(std::move(test));
  }
  return beside;
}

std::string beside_text(const std::vector<ToldBeside>& told, const Claim& claim) {
  std::string text;
  for (const ToldBeside& one : told) {
    if (std::isnan(one.finding.estimate)) continue;
    if (one.finding.replicates < 2) {
      text += fmt::format("{}{} not at both levels", text.empty() ? "" : ", ", one.outcome);
      continue;
    }
    text += fmt::format("{}{} {:+.4g} ({:.4g} to {:.4g})", text.empty() ? "" : ", ", one.outcome,
                        one.finding.estimate, one.finding.low, one.finding.high);
  }
  if (text.empty()) return {};
  return fmt::format("; not judged{}: {}",
                     claim.tests.size() > 1 ? ", of the first test's step" : "", text);
}

}  // namespace homeroom::app
