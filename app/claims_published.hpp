// Rules V1 and V7 over the cities of claims: which sweeps they live, and what comes of them.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "analysis/claims/inference_audit.hpp"
#include "app/claims_studies.hpp"
#include "app/options.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

/// One contrast of one city, not turned.
struct StudiedContrast {
  std::string city;
  std::size_t contrast = 0;  ///< among those of the claim
  claims::InferenceAudit audit;
};

/// What a published study of many cities finds, and what is true of them.
struct StudiedClaim {
  claims::PublishedFinding finding;
  claims::InferenceAudit audit;
  std::vector<StudiedContrast> contrasts;
  std::optional<claims::InferenceAudit> with_prior;  ///< with schools' prior scores held
  std::optional<claims::InferenceAudit> beside;      ///< of the outcome beside the claim's own
  double in_fours = 0;  ///< share of groups of four cities with the same verdict; NaN: no group
};

using TellStudied = std::function<void(const Claim&, const StudiedClaim&)>;

/// Lives the cities of the `asked` claims in batches, each a sweep in a folder of its own below
/// `folder`, under the city's law and under the placebo that makes all models produce alike. A
/// claim is told once its share is settled or it has lived enough cities. Outcomes of `all` claims
/// of a city are kept, so that asking for other claims goes on with the same folders. The exit
/// status; throws as sweep_into.
int live_published(const ClaimsOptions& options, const std::vector<Claim>& all,
                   const std::vector<const Claim*>& asked, const std::filesystem::path& folder,
                   const TellStudied& tell);

}  // namespace homeroom::app
