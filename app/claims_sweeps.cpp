#include "app/claims_sweeps.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/claims_lives.hpp"
#include "app/claims_policies.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

/// One claim, from look to look.
class Tested {
 public:
  Tested(const ClaimsOptions& options, const Claim& claim, const fs::path& folder, CityParts& parts)
      : options_(options), claim_(claim), folder_(folder / claim.id), parts_(parts) {}

  int live(TestedClaim& found) {
    int worst = kDone, lived = 0;
    ClaimLives lives(options_, claim_, *claim_.sweep, parts_);
    const std::vector<claims::Look> looks = looks_asked();
    for (std::size_t i = 0; i < looks.size(); ++i) {
      const int status = lives.live(lived + 1, looks[i].replicates, batch(i + 1));
      if (status == kInterrupted || status == kBadInput) return status;
      worst = std::max(worst, status);
      lived = looks[i].replicates;
      found.look = looks[i];
      found.tests = lives.judged(looks[i].confidence);
      found.together = lives.together(looks[i].confidence);
      found.beside = lives.beside();
      if (told(found)) break;
    }
    if (claims::verdict_of(found.tests, claim_.any_test) != claims::Verdict::Supported)
      return worst;
    const int status =
        try_assumptions(options_, claim_, lived, folder_ / name(), parts_, found.assumptions);
    return status == kInterrupted ? status : std::max(worst, status);
  }

 private:
  std::vector<claims::Look> looks_asked() const {
    if (options_.quick) return {{kQuickReplicates, claims::kToldConfidence, false}};
    return claims::looks_of(claim_.replicates, claim_.most_replicates);
  }

  const char* name() const { return options_.quick ? "quick" : "tests"; }
  fs::path batch(std::size_t number) const {
    return folder_ / (options_.quick ? name() : fmt::format("{}-{}", name(), number));
  }

  /// Clear, or nothing to compare after more than a first look.
  bool told(const TestedClaim& found) const {
    const bool nothing =
        claims::verdict_of(found.tests, claim_.any_test) == claims::Verdict::NotJudged;
    return claims::is_clear(found.tests, claim_.any_test, found.look) ||
           (nothing && !found.look.spread_needed);
  }

  const ClaimsOptions& options_;
  const Claim& claim_;
  fs::path folder_;
  CityParts& parts_;
};

}  // namespace

std::string why_not_tested(const Claim& claim) {
  if (claim.rule == ClaimRule::None) return claim.not_testable;
  const bool asked =
      tests_judge(claim.rule) || std::any_of(claim.also.begin(), claim.also.end(), tests_judge);
  if (!asked || !claim.sweep || claim.tests.empty()) return "has no tests";
  for (const ClaimTest& test : claim.tests) {
    if (!test.cut.empty() && levels_of(*claim.sweep, test.cut).size() != 2) {
      return fmt::format("{} has not two levels, whole and cut", test.cut);
    }
    if (test.direction > ClaimDirection::Alike) {
      return "an order has no test of its own";
    }
    if (!test.hazard && !test.smallest_effect && !claim.smallest_effect) {
      return "no smallest effect is fixed";
    }
  }
  return {};
}

int live_tests(const ClaimsOptions& options, const std::vector<const Claim*>& asked,
               const fs::path& folder, const TellTested& tell) {
  int worst = kDone;
  CityParts parts;
  for (const Claim* claim : asked) {
    TestedClaim found;
    const int status = Tested(options, *claim, folder, parts).live(found);
    if (status == kInterrupted) return status;
    worst = std::max(worst, status);
    tell(*claim, found);
  }
  return worst;
}

}  // namespace homeroom::app
