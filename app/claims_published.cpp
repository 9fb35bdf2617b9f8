#include "app/claims_published.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <set>

#include "app/claims_lives.hpp"
#include "app/claims_studies.hpp"
#include "app/find_scenario.hpp"
#include "app/read_scenarios.hpp"
#include "sim/records/sweep_tables.hpp"
#include "sim/scenario/scenario_source.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

constexpr int kBatch = 40, kQuickBatch = 10;
constexpr const char* kPlacebo = "placebo_production";

bool studies_judge(ClaimRule rule) {
  return rule == ClaimRule::Published || rule == ClaimRule::Inference;
}

/// Where a contrast of a claim stands among a city's outcomes.
struct ContrastColumns {
  std::size_t contrast;
  std::size_t estimate, p;  ///< columns
};

/// A city, and what its runs said so far.
struct City {
  std::string name;
  std::vector<std::string> outcomes;
  std::map<std::string, std::vector<ContrastColumns>> places;  ///< by claim
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

  int live(const TellStudied& tell) {
    if (!read_cities()) return kBadInput;
    int worst = kDone;
    for (int batch = 1; !asked_.empty(); ++batch) {
      for (std::size_t i = 0; i < cities_.size(); ++i) {
        if (!is_asked(cities_[i])) continue;
        const int status = live_batch(cities_[i], batch);
        if (status == kInterrupted || status == kBadInput) return status;
        worst = std::max(worst, status);
        tell_whole(batch, i, tell);
      }
    }
    return worst;
  }

 private:
  int size_of_batch() const { return options_.quick ? kQuickBatch : kBatch; }

  static bool has(const Claim& claim, const City& city) {
    return std::find(claim.cities.begin(), claim.cities.end(), city.name) != claim.cities.end();
  }

  bool is_asked(const City& city) const {
    return std::any_of(asked_.begin(), asked_.end(),
                       [&](const Claim* claim) { return has(*claim, city); });
  }

  /// Tells the claims whose last city has just been lived and that need no further batch; they are
  /// asked for no more, so that nothing judges them again.
  void tell_whole(int batch, std::size_t city, const TellStudied& tell) {
    std::vector<const Claim*> open;
    for (const Claim* claim : asked_) {
      const bool last =
          has(*claim, cities_[city]) &&
          std::none_of(cities_.begin() + static_cast<std::ptrdiff_t>(city) + 1, cities_.end(),
                       [&](const City& later) { return has(*claim, later); });
      const StudiedClaim found = last ? judged(*claim) : StudiedClaim{};
      const bool nothing = found.finding.verdict == claims::Verdict::NotJudged;
      const bool enough = options_.quick || found.finding.settled || nothing ||
                          batch * size_of_batch() >= claim->most_replicates;
      if (last && enough) {
        tell(*claim, found);
      } else {
        open.push_back(claim);
      }
    }
    asked_ = open;
  }

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
      if (!why_not_published(claim).empty() || !has(claim, city)) continue;
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
    ReadySweep ready;
    const fs::path folder = folder_of(city, batch);
    const int status = live_design(options_, design, folder, ready);
    if (status != kInterrupted && status != kBadInput) read(city, folder);
    return status;
  }

  void read(const City& city, const fs::path& folder) {
    const auto at = static_cast<std::size_t>(&city - cities_.data());
    CollectedSweep(folder).for_each([&](const SweepRun& run) {
      if (run.outcomes.empty()) return;
      Replicate& replicate = (run.policy == "none" ? model_ : placebo_)[run.replicate];
      for (const Claim* claim : asked_) {
        if (!has(*claim, city)) continue;
        const std::size_t contrasts = claim->study->contrasts.size();
        claims::StudiedCity& studied = replicate[claim->id];
        constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
        studied.estimates.resize(cities_.size() * contrasts, kNone);
        studied.p.resize(cities_.size() * contrasts, kNone);
        const auto places = city.places.find(claim->id);
        if (places == city.places.end()) continue;
        for (const ContrastColumns& place : places->second) {
          studied.estimates[at * contrasts + place.contrast] = run.outcomes[place.estimate];
          studied.p[at * contrasts + place.contrast] = run.outcomes[place.p];
        }
      }
    });
  }

  /// Of replicates that were lived both ways, in their order.
  StudiedClaim judged(const Claim& claim) const {
    std::vector<claims::StudiedCity> model, placebo;
    for (const auto& [number, replicate] : model_) {
      const auto without = placebo_.find(number);
      const bool both = without != placebo_.end() && replicate.count(claim.id) > 0 &&
                        without->second.count(claim.id) > 0;
      if (!both) continue;
      model.push_back(replicate.at(claim.id));
      placebo.push_back(without->second.at(claim.id));
    }
    return {claims::judge_published(rule_of(claim, cities_.size()), model, placebo),
            claims::audit_inference(model, placebo)};
  }

  const ClaimsOptions& options_;
  const std::vector<Claim>& all_;
  std::vector<const Claim*> asked_;  ///< and not told yet
  const fs::path& folder_;
  std::vector<City> cities_;
  std::map<std::uint32_t, Replicate> model_, placebo_;
};

}  // namespace

std::string why_not_published(const Claim& claim) {
  if (claim.rule == ClaimRule::None) return claim.not_testable;
  const bool asked =
      studies_judge(claim.rule) || std::any_of(claim.also.begin(), claim.also.end(), studies_judge);
  if (!asked || !claim.study) return "has no study";
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
                   const TellStudied& tell) {
  return asked.empty() ? kDone : Studies(options, all, asked, folder).live(tell);
}

}  // namespace homeroom::app
