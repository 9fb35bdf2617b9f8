// Rule V7: what a published study finds beside what is true of the same cities.
//
// Every city is lived twice over the same dice: as it is, and with models that admit, site and
// select as they do but produce as ordinary schools (placebo ii). The study's estimate in the first
// life less its estimate in the second is what the models' production moved, in the estimate's own
// unit: the truth of that city. What the study finds in the second life is its bias.
//   truth = estimate(model) - estimate(placebo), bias = estimate - truth = estimate(placebo)
//   sign errors: share of contrasts and cities whose estimate and truth have different signs
#pragma once

#include <vector>

#include "analysis/claims/published_rule.hpp"

namespace homeroom::claims {

struct AuditedMean {
  double mean = 0, low = 0, high = 0;  ///< 95 %, over cities
};

struct InferenceAudit {
  std::size_t cities = 0;  ///< with a contrast in both lives
  AuditedMean estimate, truth, bias;
  double sign_errors = 0;
  double missed =
      0;  ///< share of contrasts and cities whose true sign is not found with p below .05
};

/// `cities` and `placebo` hold the same cities in the same order.
InferenceAudit audit_inference(const std::vector<StudiedCity>& cities,
                               const std::vector<StudiedCity>& placebo);

}  // namespace homeroom::claims
