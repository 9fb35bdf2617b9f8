#include "app/claims_studied_lives.hpp"
#include "app/claims_policies.hpp"

#include <limits>

namespace homeroom::app {

void StudiedLives::read(const Claim& claim, std::size_t city,
                        const std::vector<StudiedPlace>& cities, const SweepRun& run) {
  Replicate& replicate = (run.policy == kWithModels ? model_ : placebo_)[run.replicate];
  const std::size_t contrasts = claim.study->contrasts.size();
  claims::StudiedCity& studied = replicate[claim.id];
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  studied.estimates.resize(cities.size() * contrasts, kNone);
  studied.p.resize(cities.size() * contrasts, kNone);
  const auto columns = cities[city].columns.find(claim.id);
  if (columns == cities[city].columns.end()) return;
  for (const ContrastColumns& of : columns->second) {
    const bool turned = is_turned(*claim.study, claim.study->contrasts[of.contrast]);
    const double estimate = run.outcomes[of.estimate];
    studied.estimates[city * contrasts + of.contrast] = turned ? -estimate : estimate;
    if (of.p == ContrastColumns::kNone) continue;
    studied.p[city * contrasts + of.contrast] = run.outcomes[of.p];
  }
}

BothLives StudiedLives::of(const Claim& claim) const {
  BothLives lives;
  for (const auto& [number, replicate] : model_) {
    const auto without = placebo_.find(number);
    const bool both = without != placebo_.end() && replicate.count(claim.id) > 0 &&
                      without->second.count(claim.id) > 0;
    if (!both) continue;
    lives.model.push_back(replicate.at(claim.id));
    lives.placebo.push_back(without->second.at(claim.id));
  }
  return lives;
}

double share_in_fours(const Claim& claim, std::size_t cities, const BothLives& lives,
                      claims::Verdict verdict) {
  constexpr std::size_t kFew = 4;
  double groups = 0, same = 0;
  for (std::size_t first = 0; first + kFew <= lives.model.size(); first += kFew) {
    const auto few = [&](const std::vector<claims::StudiedCity>& all) {
      const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
      return std::vector<claims::StudiedCity>(begin, begin + kFew);
    };
    ++groups;
    same += claims::judge_published(rule_of(claim, cities), few(lives.model), few(lives.placebo))
                .verdict == verdict;
  }
  return groups > 0 ? same / groups : std::numeric_limits<double>::quiet_NaN();
}

std::vector<StudiedContrast> contrasts_of(const Claim& claim,
                                          const std::vector<StudiedPlace>& cities,
                                          const BothLives& lives) {
  std::vector<StudiedContrast> told;
  const auto& contrasts = claim.study->contrasts;
  for (std::size_t i = 0; i < cities.size() * contrasts.size(); ++i) {
    const bool turned = is_turned(*claim.study, contrasts[i % contrasts.size()]);
    const auto alone = [&](const std::vector<claims::StudiedCity>& all) {
      std::vector<claims::StudiedCity> of;
      for (const claims::StudiedCity& city : all) {
        of.push_back({{turned ? -city.estimates[i] : city.estimates[i]}, {city.p[i]}});
      }
      return of;
    };
    const auto audit = claims::audit_inference(alone(lives.model), alone(lives.placebo));
    if (audit.cities < 2) continue;
    told.push_back({cities[i / contrasts.size()].name, i % contrasts.size(), audit});
  }
  return told;
}

}  // namespace homeroom::app
