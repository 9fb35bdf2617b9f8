#include "app/claims_published.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <set>

#include "app/claims_studies.hpp"
#include "app/find_scenario.hpp"
#include "app/read_scenarios.hpp"
#include "app/sweep_live.hpp"
#include "sim/records/sweep_tables.hpp"
#include "sim/scenario/scenario_source.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

constexpr int kBatch = 40, kQuickBatch = 10;
constexpr const char* kPlacebo = "placebo_production";

/// Where a contrast of a claim stands among a city's outcomes.
struct Place {
  std::size_t contrast;
  std::size_t estimate, p;  ///< columns
};

/// A city, and what its runs said so far.
struct City {
  std::string name;
  std::vector<std::string> outcomes;
  std::map<std::string, std::vector<Place>> places;  ///< by claim
};

/// Estimates and p of one replicate, by claim and contrast.
using Replicate = std::map<std::string, claims::StudiedCity>;

claims::PublishedRule rule_of(const Claim& claim, std::size_t cities) {
  claims::PublishedRule rule;
  for (std::size_t city = 0; city < cities; ++city) {
    for (const ClaimContrast& contrast : claim.study->contrasts) {
      rule.contrasts.push_back(stated_of(contrast.direction));
    }
  }
  rule.needed = static_cast<std::size_t>(claim.study->needed);
  rule.margin = claim.smallest_effect.value_or(0.0);
  return rule;
}

class Studies {
 public:
  Studies(const ClaimsOptions& options, const std::vector<Claim>& all,
          const std::vector<const Claim*>& asked, const fs::path& folder)
      : options_(options), all_(all), asked_(asked), folder_(folder) {}

  int live(PublishedFindings& findings) {
    if (!read_cities()) return kBadInput;
    for (int batch = 1;; ++batch) {
      for (const City& city : cities_) {
        if (const int status = live_batch(city, batch); status != kDone) return status;
      }
      judge(findings);
      const int lived = batch * size_of_batch();
      const bool enough = std::all_of(asked_.begin(), asked_.end(), [&](const Claim* claim) {
        return findings[claim->id].settled || lived >= claim->most_replicates;
      });
      if (enough || options_.quick) return kDone;
    }
  }

 private:
  int size_of_batch() const { return options_.quick ? kQuickBatch : kBatch; }

  bool read_cities() {
    std::set<std::string> names;
    for (const Claim* claim : asked_) names.insert(claim->cities.begin(), claim->cities.end());
    for (const std::string& name : names) {
      const ScenarioSource source(named_scenario(name), {}, {});
      if (!source.base().faults.empty()) {
        fmt::print(stderr, "{}", faults_text(named_scenario(name), source.base().faults));
        return false;
      }
      cities_.push_back(city_of(name, *source.base().scenario));
    }
    return true;
  }

  City city_of(const std::string& name, const Scenario& scenario) const {
    City city{name, {}, {}};
    std::map<std::string, std::size_t> columns;
    const auto column = [&](const std::string& outcome) {
      const auto [at, fresh] = columns.emplace(outcome, city.outcomes.size());
      if (fresh) city.outcomes.push_back(outcome);
      return at->second;
    };
    for (const Claim& claim : all_) {
      const auto& in = claim.cities;
      if (!why_not_published(claim).empty() || std::find(in.begin(), in.end(), name) == in.end()) {
        continue;
      }
      for (std::size_t i = 0; i < claim.study->contrasts.size(); ++i) {
        const StudyNames names = study_names(*claim.study, claim.study->contrasts[i], scenario);
        if (names.estimate.empty()) continue;
        city.places[claim.id].push_back({i, column(names.estimate), column(names.p)});
      }
    }
    return city;
  }

  fs::path folder_of(const City& city, int batch) const {
    return folder_ / fs::path(city.name).stem() /
           fmt::format("{}-{}", options_.quick ? "quick" : "batch", batch);
  }

  int live_batch(const City& city, int batch) {
    SweepDesign design;
    design.name = fmt::format("claims of {}, batch {}", city.name, batch);
    design.scenarios = {city.name};
    design.policies = {"none", kPlacebo};
    design.outcomes = city.outcomes;
    design.replicates = size_of_batch();
    design.first_replicate = 1 + (batch - 1) * size_of_batch();
    SweepOptions sweep;
    sweep.threads = options_.threads;
    sweep.resume = options_.resume;
    sweep.quiet = options_.quiet;
    ReadySweep ready;
    if (const int status = make_ready(sweep, design, ready); status != kDone) return status;
    const fs::path folder = folder_of(city, batch);
    const int status = sweep_into(sweep, ready, folder);
    if (status == kInterrupted || status == kBadInput) return status;
    read(city, folder);
    return kDone;
  }

  void read(const City& city, const fs::path& folder) {
    const auto at = static_cast<std::size_t>(&city - cities_.data());
    CollectedSweep(folder).for_each([&](const SweepRun& run) {
      if (run.outcomes.empty()) return;
      Replicate& replicate = (run.policy == "none" ? model_ : placebo_)[run.replicate];
      for (const Claim* claim : asked_) {
        const std::size_t contrasts = claim->study->contrasts.size();
        claims::StudiedCity& studied = replicate[claim->id];
        constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
        studied.estimates.resize(cities_.size() * contrasts, kNone);
        studied.p.resize(cities_.size() * contrasts, kNone);
        const auto places = city.places.find(claim->id);
        if (places == city.places.end()) continue;
        for (const Place& place : places->second) {
          studied.estimates[at * contrasts + place.contrast] = run.outcomes[place.estimate];
          studied.p[at * contrasts + place.contrast] = run.outcomes[place.p];
        }
      }
    });
  }

  static std::vector<claims::StudiedCity> of_claim(const std::map<std::uint32_t, Replicate>& lived,
                                                   const std::string& id) {
    std::vector<claims::StudiedCity> studied;
    for (const auto& [number, replicate] : lived) studied.push_back(replicate.at(id));
    return studied;
  }

  void judge(PublishedFindings& findings) const {
    for (const Claim* claim : asked_) {
      findings[claim->id] =
          claims::judge_published(rule_of(*claim, cities_.size()), of_claim(model_, claim->id),
                                  of_claim(placebo_, claim->id));
    }
  }

  const ClaimsOptions& options_;
  const std::vector<Claim>& all_;
  const std::vector<const Claim*>& asked_;
  const fs::path& folder_;
  std::vector<City> cities_;
  std::map<std::uint32_t, Replicate> model_, placebo_;
};

}  // namespace

std::string why_not_published(const Claim& claim) {
  if (claim.rule == ClaimRule::None) return claim.not_testable;
  if (claim.rule != ClaimRule::Published || !claim.study) {
    return fmt::format("rule {} is not run yet",
                       claim_rules()[static_cast<std::size_t>(claim.rule)]);
  }
  static const std::vector<std::string> report = {"race", "language", "income",
                                                  "special_education"};
  if (claim.study->controls != report) return "controls other than the report's are not run yet";
  static const std::vector<std::string> known = {"proficiency", "mean_score", "growth", "index5"};
  if (std::find(known.begin(), known.end(), claim.study->outcome) == known.end()) {
    return fmt::format("{} is no outcome of the report's regression", claim.study->outcome);
  }
  if (claim.model_of_double_status == "second_model") return "second models are not run yet";
  for (const ClaimContrast& contrast : claim.study->contrasts) {
    if (contrast.direction > ClaimDirection::Alike) return "an order has no contrast of its own";
    if (contrast.direction == ClaimDirection::Alike && !claim.smallest_effect) {
      return "no margin is fixed for no difference";
    }
  }
  return {};
}

int live_published(const ClaimsOptions& options, const std::vector<Claim>& all,
                   const std::vector<const Claim*>& asked, const fs::path& folder,
                   PublishedFindings& findings) {
  return asked.empty() ? kDone : Studies(options, all, asked, folder).live(findings);
}

}  // namespace homeroom::app
