// The contrasts of claims as outcomes of the sweep of one city.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/claims/published_rule.hpp"
#include "sim/scenario/claim.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

/// Why no study of a claim's cities can be made; empty where it can.
std::string why_not_published(const Claim& claim);

/// What a judge is told of a direction: higher, lower or alike.
claims::Stated stated_of(ClaimDirection direction);

/// True where a claim states some contrasts higher and this one lower: its estimate is then turned,
/// so that a mean over contrasts is positive where they come out as stated.
bool is_turned(const ClaimStudy& study, const ClaimContrast& contrast);

/// The rule by which so many cities of a claim are judged, contrasts of one city after the other.
claims::PublishedRule rule_of(const Claim& claim, std::size_t cities);

/// Names of a contrast's estimate and p in a city; empty where the city lacks a side. A raw change
/// (outcome proficiency_change, between two years) has no p.
struct StudyNames {
  std::string estimate, p;
};
StudyNames study_names(const ClaimStudy& study, const ClaimContrast& contrast,
                       const Scenario& scenario);

/// The same claim with its schools' prior scores as a further control.
Claim with_prior_score(const Claim& claim);

/// Where a contrast of a claim stands among a city's outcomes.
struct ContrastColumns {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t contrast;
  std::size_t estimate, p;
};

struct StudiedPlace {
  std::string name;  ///< of its scenario
  int part = 1;      ///< one part in so many of it is enough for a quick look
  std::vector<std::string> outcomes;
  std::map<std::string, std::vector<ContrastColumns>> columns;  ///< by claim
};

/// True where a claim is of the city.
bool is_of(const Claim& claim, const std::string& city);

/// The outcomes that the studies of `claims` need in a city, each once.
StudiedPlace studied_place(const std::string& city, const Scenario& scenario,
                           const std::vector<const Claim*>& claims);

}  // namespace homeroom::app
