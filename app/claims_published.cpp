#include "app/claims_published.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/claims_city.hpp"
#include "app/claims_columns.hpp"
#include "app/claims_lives.hpp"
#include "app/claims_policies.hpp"
#include "app/claims_studied_lives.hpp"
#include "app/claims_studies.hpp"
#include "sim/records/sweep_tables.hpp"
#include "sim/scenario/nearest.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

constexpr int kBatch = 40, kQuickBatch = 10;

/// The same claim with the outcome that is audited beside its own.
Claim beside_of(const Claim& claim) {
  Claim beside = claim;
  beside.id += ", beside";
  beside.study->outcome = claim.study->beside;
  return beside;
}

class Studies {
 public:
  Studies(const ClaimsOptions& options, const std::vector<Claim>& all,
          const std::vector<const Claim*>& asked, const fs::path& folder)
      : options_(options), asked_(asked), folder_(folder) {
    for (const Claim& claim : all) {
      if (!why_not_published(claim).empty()) continue;
      all_.push_back(&claim);
      if (!claim.study->beside.empty()) beside_.emplace(claim.id, beside_of(claim));
      if (claim.study->prior_score_beside) held_.emplace(claim.id, with_prior_score(claim));
    }
    for (const auto& [id, claim] : beside_) all_.push_back(&claim);
    for (const auto& [id, claim] : held_) all_.push_back(&claim);
  }

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

  bool is_asked(const StudiedPlace& city) const {
    return std::any_of(asked_.begin(), asked_.end(),
                       [&](const Claim* claim) { return is_of(*claim, city.name); });
  }

  /// Tells the claims whose last city has just been lived and that need no further batch; they are
  /// asked for no more, so that nothing judges them again.
  void tell_whole(int batch, std::size_t city, const TellStudied& tell) {
    std::vector<const Claim*> open;
    for (const Claim* claim : asked_) {
      const bool last =
          is_of(*claim, cities_[city].name) &&
          std::none_of(cities_.begin() + static_cast<std::ptrdiff_t>(city) + 1, cities_.end(),
                       [&](const StudiedPlace& later) { return is_of(*claim, later.name); });
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
      const auto scenario = read_city(name);
      if (!scenario) return false;
      cities_.push_back(studied_place(name, *scenario, all_));
      for (const SchoolModel& model : scenario->law.models) models_.push_back(model.key);
    }
    const std::vector<Fault> faults = models_of_no_city();
    fmt::print(stderr, "{}", format_faults(faults));
    return faults.empty();
  }

  std::vector<Fault> models_of_no_city() const {
    Faults faults;
    for (const Claim* claim : asked_) {
      for (const ClaimContrast& contrast : claim->study->contrasts) {
        for (const auto* side : {&contrast.of, &contrast.against}) {
          for (const std::string& model : *side) {
            if (std::find(models_.begin(), models_.end(), model) != models_.end()) continue;
            faults.add(contrast.at, "contrasts", fmt::format("\"{}\" is no school model", model),
                       "", nearest_of(model, models_));
          }
        }
      }
    }
    return faults.sorted();
  }

  fs::path folder_of(const StudiedPlace& city, int batch) const {
    return folder_ / fs::path(city.name).stem() /
           fmt::format("{}-{}", options_.quick ? "quick" : "batch", batch);
  }

  int live_batch(const StudiedPlace& city, int batch) {
    SweepDesign design;
    design.name = fmt::format("claims of {}, batch {}", city.name, batch);
    design.scenarios = {city.name};
    design.policies = {kWithModels, kPlacebo};
    design.outcomes = city.outcomes;
    design.replicates = size_of_batch();
    if (options_.quick) design.divide = city.part;
    design.first_replicate = 1 + (batch - 1) * size_of_batch();
    ReadySweep ready;
    const fs::path folder = folder_of(city, batch);
    const int status = live_design(options_, design, folder, ready);
    if (status != kInterrupted && status != kBadInput) read(city, folder, columns_of(ready));
    return status;
  }

  /// Runs have their outcomes in another order than they were asked for: by where they come from.
  void read(const StudiedPlace& city, const fs::path& folder,
            const std::map<std::string, std::size_t>& columns) {
    const auto at = static_cast<std::size_t>(&city - cities_.data());
    CollectedSweep(folder).for_each([&](const SweepRun& lived) {
      if (lived.outcomes.empty()) return;
      SweepRun run = lived;
      for (std::size_t i = 0; i < city.outcomes.size(); ++i) {
        run.outcomes[i] = lived.outcomes[columns.at(city.outcomes[i])];
      }
      for (const Claim* claim : asked_) {
        if (!is_of(*claim, city.name)) continue;
        lives_.read(*claim, at, cities_, run);
        for (const auto* others : {&beside_, &held_}) {
          const auto other = others->find(claim->id);
          if (other != others->end()) lives_.read(other->second, at, cities_, run);
        }
      }
    });
  }

  StudiedClaim judged(const Claim& claim) const {
    const BothLives lives = lives_.of(claim);
    StudiedClaim found;
    found.finding =
        claims::judge_published(rule_of(claim, cities_.size()), lives.model, lives.placebo);
    found.audit = claims::audit_inference(lives.model, lives.placebo);
    found.in_fours = share_in_fours(claim, cities_.size(), lives, found.finding.verdict);
    found.contrasts = contrasts_of(claim, cities_, lives);
    if (const auto beside = beside_.find(claim.id); beside != beside_.end()) {
      const BothLives other = lives_.of(beside->second);
      found.beside = claims::audit_inference(other.model, other.placebo);
    }
    if (const auto held = held_.find(claim.id); held != held_.end()) {
      const BothLives other = lives_.of(held->second);
      found.with_prior = claims::audit_inference(other.model, other.placebo);
    }
    return found;
  }

  const ClaimsOptions& options_;
  std::vector<const Claim*> all_;        ///< that a study judges, and their other outcomes
  std::map<std::string, Claim> beside_;  ///< by the claim beside whose outcome theirs stands
  std::map<std::string, Claim> held_;    ///< with prior scores held, by the claim beside it
  std::vector<const Claim*> asked_;      ///< and not told yet
  const fs::path& folder_;
  std::vector<StudiedPlace> cities_;
  std::vector<std::string> models_;  ///< of any of them
  StudiedLives lives_;
};

}  // namespace

int live_published(const ClaimsOptions& options, const std::vector<Claim>& all,
                   const std::vector<const Claim*>& asked, const fs::path& folder,
                   const TellStudied& tell) {
  return asked.empty() ? kDone : Studies(options, all, asked, folder).live(tell);
}

}  // namespace homeroom::app
