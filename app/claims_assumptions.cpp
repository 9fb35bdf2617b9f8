#include "app/claims_assumptions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/claims_lives.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

/// Levels at which the tests look at a factor (or at policies), in their order; all of them where
/// one test averages over it.
std::vector<std::string> levels_needed(const Claim& claim, const std::string& name) {
  const std::vector<std::string> all = levels_of(*claim.sweep, name);
  std::set<std::string> needed;
  for (const ClaimTest& test : claim.tests) {
    if (test.compare == name) {
      const bool dose = test.from.empty();
      needed.insert(dose ? all.front() : test.from);
      needed.insert(dose ? all.back() : test.to);
    } else if (test.with == name) {
      needed.insert({test.from_with, test.to_with});
    } else {
      return all;
    }
  }
  std::vector<std::string> kept;
  for (const std::string& level : all) {
    if (needed.count(level) > 0) kept.push_back(level);
  }
  return kept;
}

constexpr int kFirst = 8;  // replicates, as at the first look

bool holds(const ClaimLives& lives, const Claim& claim) {
  return claims::verdict_of(lives.judged(claims::kToldConfidence), claim.any_test) ==
         claims::Verdict::Supported;
}

}  // namespace

SweepDesign narrowed_sweep(const Claim& claim) {
  SweepDesign design = *claim.sweep;
  if (design.method != SweepMethod::Grid) return design;
  design.policies = levels_needed(claim, "policy");
  for (SweepFactor& factor : design.factors) factor.levels = levels_needed(claim, factor.name);
  return design;
}

SweepDesign sweep_without(const Claim& claim, const ClaimAssumption& assumption) {
  SweepDesign design = narrowed_sweep(claim);
  design.name += " without " + assumption.key;
  design.settings.push_back(fmt::format("{}={}", assumption.key, assumption.neutral));
  return design;
}

int try_assumptions(const ClaimsOptions& options, const Claim& claim, int replicates,
                    const fs::path& folder, CityParts& parts, AssumptionsTried& tried) {
  int worst = kDone;
  for (std::size_t i = 0; i < claim.assumptions.size(); ++i) {
    const ClaimAssumption& assumption = claim.assumptions[i];
    const SweepDesign design = sweep_without(claim, assumption);
    ClaimLives lives(options, claim, design, parts, BurnIns::Own);
    const std::string here = fmt::format("{}-without-{}", folder.string(), i + 1);
    const int first = std::min(replicates, kFirst);
    int status = lives.live(1, first, here);
    // Most assumptions carry nothing, which few replicates show.
    const bool told = status == kInterrupted || status == kBadInput || holds(lives, claim);
    if (!told && first < replicates) {
      status = std::max(status, lives.live(first + 1, replicates, here + "-more"));
    }
    if (status == kInterrupted) return status;
    worst = std::max(worst, status);
    if (status == kBadInput) {
      tried.not_lived.push_back(assumption.key);
    } else if (!told && !holds(lives, claim)) {
      tried.carrying.push_back(assumption.key);
    }
  }
  return worst;
}

}  // namespace homeroom::app
