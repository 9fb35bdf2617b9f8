// A claim's contrasts as outcomes of the sweep of one city.
#pragma once

#include <string>
#include <vector>

#include "analysis/claims/published_rule.hpp"
#include "sim/scenario/claim.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

/// What a judge is told of a direction: higher, lower or alike.
claims::Stated stated_of(ClaimDirection direction);

/// Names of a contrast's estimate and p in a city; empty where the city lacks a side.
struct StudyNames {
  std::string estimate, p;
};
StudyNames study_names(const ClaimStudy& study, const ClaimContrast& contrast,
                       const Scenario& scenario);

}  // namespace homeroom::app
