#include "app/claims_sweeps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <tuple>

#include "app/claims_studies.hpp"
#include "app/sweep_live.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

constexpr int kQuickReplicates = 4;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

claims::TestKind kind_of(const ClaimTest& test) {
  if (test.hazard) return claims::TestKind::Hazard;
  if (!test.cut.empty()) return claims::TestKind::Cut;
  return test.from.empty() ? claims::TestKind::Dose : claims::TestKind::Step;
}

/// The levels of what a test compares, in their order.
std::vector<std::string> levels_of(const SweepDesign& sweep, const std::string& compare) {
  if (compare == "policy") return sweep.policies;
  for (const SweepFactor& factor : sweep.factors) {
    if (factor.name == compare) return factor.levels;
  }
  return {};
}

/// Means over whatever else varies, by city, replicate and the levels of what is compared.
class Cells {
 public:
  Cells(const Claim& claim, const ClaimTest& test, const ReadySweep& ready)
      : claim_(claim), test_(test), ready_(ready) {
    const std::vector<std::string> names = ready.plan.names();
    outcome_ = static_cast<std::size_t>(std::find(names.begin(), names.end(), test.outcome) -
                                        names.begin());
  }

  void add(const SweepRun& run) {
    if (run.outcomes.empty() || std::isnan(run.outcomes[outcome_]) || is_cut_elsewhere(run)) return;
    const std::string& second = test_.cut.empty() ? test_.with : test_.cut;
    const std::string with = second.empty() ? "" : level_in(run, second);
    Cell& cell = cells_[{run.scenario, run.replicate, level_in(run, test_.compare), with}];
    cell.sum += run.outcomes[outcome_];
    ++cell.count;
    replicates_[run.replicate].insert(run.scenario);
  }

  claims::Levels levels() const {
    std::vector<std::string> asked = levels_of(*claim_.sweep, test_.compare);
    if (!test_.from.empty()) asked = {test_.from, test_.to};
    claims::Levels levels;
    for (const auto& [replicate, cities] : replicates_) {
      levels.by_replicate.push_back(of_replicate(replicate, cities, asked));
    }
    return levels;
  }

 private:
  struct Cell {
    double sum = 0;
    int count = 0;
  };
  using Key = std::tuple<std::string, std::uint32_t, std::string, std::string>;

  /// The level that a run has, as the claim writes it.
  std::string level_in(const SweepRun& run, const std::string& compare) const {
    if (compare != "policy") {
      for (std::size_t i = 0; i < ready_.factors.size(); ++i) {
        if (ready_.factors[i].name == compare) return run.factors[i];
      }
      return {};
    }
    const auto& arms = ready_.plan.cities.front().arms;
    for (std::size_t i = 0; i < arms.size(); ++i) {
      if (arms[i].policy == run.policy) return claim_.sweep->policies[i];
    }
    return {};
  }

  /// One path is cut at a time: all others are whole, at their first level.
  bool is_cut_elsewhere(const SweepRun& run) const {
    if (test_.cut.empty()) return false;
    for (const SweepFactor& factor : claim_.sweep->factors) {
      if (factor.name == test_.cut || factor.name == test_.compare) continue;
      if (level_in(run, factor.name) != factor.levels.front()) return true;
    }
    return false;
  }

  /// What a city shows at each level, or of a cut at both with the path whole and with it cut.
  std::vector<double> of_city(const std::string& city, std::uint32_t replicate,
                              const std::vector<std::string>& asked) const {
    std::vector<double> here;
    if (!test_.cut.empty()) {
      for (const std::string& path : levels_of(*claim_.sweep, test_.cut)) {
        for (const std::string& level : asked) here.push_back(at(city, replicate, level, path));
      }
      return here;
    }
    for (const std::string& level : asked) {
      here.push_back(test_.with.empty() ? at(city, replicate, level, "")
                                        : at(city, replicate, level, test_.to_with) -
                                              at(city, replicate, level, test_.from_with));
    }
    return here;
  }

  double at(const std::string& city, std::uint32_t replicate, const std::string& level,
            const std::string& with) const {
    const auto found = cells_.find({city, replicate, level, with});
    return found == cells_.end() ? kNone : found->second.sum / found->second.count;
  }

  /// Means over the cities that have every level that is asked for.
  std::vector<double> of_replicate(std::uint32_t replicate, const std::set<std::string>& cities,
                                   const std::vector<std::string>& asked) const {
    std::vector<double> sums(test_.cut.empty() ? asked.size() : 2 * asked.size(), 0.0);
    double whole = 0;
    for (const std::string& city : cities) {
      const std::vector<double> here = of_city(city, replicate, asked);
      const bool all =
          std::none_of(here.begin(), here.end(), [](double value) { return std::isnan(value); });
      if (!all) continue;
      ++whole;
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += here[i];
    }
    for (double& sum : sums) sum = whole > 0 ? sum / whole : kNone;
    return sums;
  }

  const Claim& claim_;
  const ClaimTest& test_;
  const ReadySweep& ready_;
  std::size_t outcome_ = 0;
  std::map<Key, Cell> cells_;
  std::map<std::uint32_t, std::set<std::string>> replicates_;
};

std::vector<claims::TestFinding> judged(const Claim& claim, const ReadySweep& ready,
                                        const fs::path& folder) {
  std::vector<Cells> cells;
  for (const ClaimTest& test : claim.tests) cells.emplace_back(claim, test, ready);
  CollectedSweep(folder).for_each([&](const SweepRun& run) {
    for (Cells& of_test : cells) of_test.add(run);
  });
  std::vector<claims::TestFinding> findings;
  for (std::size_t i = 0; i < claim.tests.size(); ++i) {
    const ClaimTest& test = claim.tests[i];
    const double least = test.smallest_effect.value_or(claim.smallest_effect.value_or(0.0));
    findings.push_back(claims::judge_test(
        {stated_of(test.direction), least, kind_of(test), test.share}, cells[i].levels()));
  }
  return findings;
}

int live_claim(const ClaimsOptions& options, const Claim& claim, const fs::path& folder,
               TestFindings& findings) {
  SweepDesign design = *claim.sweep;
  design.replicates = options.quick ? kQuickReplicates : claim.replicates;
  SweepOptions sweep;
  sweep.threads = options.threads;
  sweep.resume = options.resume;
  sweep.quiet = options.quiet;
  ReadySweep ready;
  if (const int status = make_ready(sweep, design, ready); status != kDone) return status;
  const fs::path here = folder / claim.id / (options.quick ? "quick" : "tests");
  const int status = sweep_into(sweep, ready, here);
  if (status == kInterrupted || status == kBadInput) return status;
  findings[claim.id] = judged(claim, ready, here);
  return kDone;
}

}  // namespace

std::string why_not_tested(const Claim& claim) {
  const bool tested = claim.rule == ClaimRule::Paired || claim.rule == ClaimRule::Dose ||
                      claim.rule == ClaimRule::Survival || claim.rule == ClaimRule::Mediation;
  if (claim.rule == ClaimRule::None) return claim.not_testable;
  if (!tested || !claim.sweep) {
    return fmt::format("rule {} is not run yet",
                       claim_rules()[static_cast<std::size_t>(claim.rule)]);
  }
  for (const ClaimTest& test : claim.tests) {
    if (!test.cut.empty() && levels_of(*claim.sweep, test.cut).size() != 2) {
      return fmt::format("{} has not two levels, whole and cut", test.cut);
    }
    if (test.direction > ClaimDirection::Alike) {
      return "an order has no test of its own";
    }
    if (!test.hazard && !test.smallest_effect && !claim.smallest_effect)
      return "no smallest effect is fixed";
  }
  return {};
}

int live_tests(const ClaimsOptions& options, const std::vector<const Claim*>& asked,
               const fs::path& folder, TestFindings& findings) {
  for (const Claim* claim : asked) {
    const int status = live_claim(options, *claim, folder, findings);
    if (status != kDone) return status;
  }
  return kDone;
}

}  // namespace homeroom::app
