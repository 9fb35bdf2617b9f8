#include "app/claims_supply.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <set>

#include "app/claims_city.hpp"
#include "app/claims_columns.hpp"
#include "app/claims_joint_space.hpp"
#include "app/claims_lives.hpp"
#include "app/claims_over_points.hpp"
#include "app/claims_policies.hpp"
#include "app/claims_studies.hpp"
#include "app/sweep_live.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

constexpr int kReplicates = 40;
constexpr const char* kLives[] = {kWithModels, kPlacebo};

/// What a place says of the teachers and leaders that are to be had.
std::vector<std::string> supply_of(const Scenario& scenario) {
  std::vector<std::string> settings;
  for (const char* key :
       {"place.supply_per_vacancy", "place.supply_quality", "place.supply_novice_share",
        "place.market_pay", "place.leader_supply", "place.founder_queue"}) {
    settings.push_back(fmt::format("{}={}", key, scenario.provenance.at(key).value));
  }
  return settings;
}

class SupplyLives {
 public:
  SupplyLives(const ClaimsOptions& options, const fs::path& folder)
      : options_(options), folder_(folder) {}

  /// Reads every city of `all`, and takes the outcomes of all studies of each, so that asking for
  /// other claims goes on in the same folders; false after faults were printed.
  bool read(const std::vector<Claim>& all) {
    for (const Claim& claim : all) {
      if (hangs_on_supply(claim)) studies_.push_back(&claim);
      for (const std::string& city : claim.cities) {
        if (cities_.count(city) > 0) continue;
        const auto scenario = read_city(city);
        if (!scenario) return false;
        cities_.emplace(city, *scenario);
      }
    }
    return true;
  }

  int live(const std::string& city, const std::vector<const Claim*>& claims,
           const TellSupply& tell) {
    const Scenario& scenario = cities_.at(city);
    std::map<const Claim*, ClaimOverPoints> found;
    for (const Claim* claim : claims) found.emplace(claim, *claim);
    const SweepDesign design = design_of(city);
    if (design.arms.empty()) {
      for (const Claim* claim : claims) tell(*claim, {});
      return kDone;
    }
    ReadySweep ready;
    const fs::path here =
        folder_ / fs::path(city).stem() / (options_.quick ? "quick-supply" : "supply");
    const int status = live_design(options_, design, here, ready, BurnIns::Own);
    if (status == kInterrupted || status == kBadInput) return status;
    const std::map<std::string, std::size_t> columns = columns_of(ready);
    CollectedSweep(here).for_each([&](const SweepRun& run) {
      if (run.outcomes.empty()) return;
      const auto& [other, policy] = lives_.at(run.policy);
      for (auto& [claim, over] : found) {
        over.add(run, other, {claim, policy, {}}, city, scenario, columns, design.divide);
      }
    });
    for (const Claim* claim : claims) tell(*claim, by_city(found.at(claim)));
    return status;
  }

 private:
  std::vector<std::string> outcomes_of(const std::string& city) const {
    OutcomeList outcomes;
    for (const Claim* claim : studies_) {
      if (claim->cities.front() != city) continue;
      for (const std::string& outcome : ClaimOverPoints(*claim).outcomes_in(cities_.at(city))) {
        outcomes.add(outcome);
      }
    }
    return outcomes.names();
  }

  /// Two lives with the supply of each city that has another one.
  SweepDesign design_of(const std::string& city) {
    SweepDesign design;
    design.name = "claims of " + city + " with the supply of others";
    design.scenarios = {city};
    design.outcomes = outcomes_of(city);
    design.replicates = options_.quick ? kQuickReplicates : kReplicates;
    design.divide = part_of_large(cities_.at(city));
    lives_.clear();
    std::set<std::vector<std::string>> seen = {supply_of(cities_.at(city))};
    std::uint64_t number = 0;
    for (const auto& [other, scenario] : cities_) {
      ++number;
      if (!seen.insert(supply_of(scenario)).second) continue;  // the same again
      for (const char* policy : kLives) {
        const std::string name = fmt::format("{} with the supply of {}", policy, other);
        design.arms.push_back({name, policy, supply_of(scenario), {}});
        lives_[name] = {number, policy};
      }
    }
    return design;
  }

  SupplyVerdicts by_city(const ClaimOverPoints& claim) const {
    SupplyVerdicts verdicts;
    const auto judged = claim.judged();
    std::uint64_t number = 0;
    for (const auto& [other, scenario] : cities_) {
      const auto verdict = judged.find(++number);
      if (verdict != judged.end()) verdicts.emplace(fs::path(other).stem(), verdict->second);
    }
    return verdicts;
  }

  const ClaimsOptions& options_;
  const fs::path& folder_;
  std::vector<const Claim*> studies_;
  std::map<std::string, const Scenario> cities_;
  std::map<std::string, std::pair<std::uint64_t, std::string>> lives_;  ///< arm: city and policy
};

}  // namespace

bool hangs_on_supply(const Claim& claim) {
  return claim.rule == ClaimRule::Published && claim.cities.size() == 1 &&
         why_not_published(claim).empty();
}

int live_supply(const ClaimsOptions& options, const std::vector<Claim>& all,
                const std::vector<const Claim*>& asked, const fs::path& folder,
                const TellSupply& tell) {
  SupplyLives lives(options, folder);
  if (!lives.read(all)) return kBadInput;
  std::map<std::string, std::vector<const Claim*>> by_city;
  for (const Claim* claim : asked) {
    if (hangs_on_supply(*claim)) by_city[claim->cities.front()].push_back(claim);
  }
  int worst = kDone;
  for (const auto& [city, claims] : by_city) {
    const int status = lives.live(city, claims, tell);
    if (status == kInterrupted) return status;
    worst = std::max(worst, status);
  }
  return worst;
}

}  // namespace homeroom::app
