// Rule V1 over the cities of claims: which sweeps it lives, and what comes of them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/claims/published_rule.hpp"
#include "app/options.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

/// What rule V1 found of each claim, by id.
using PublishedFindings = std::map<std::string, claims::PublishedFinding>;

/// Why rule V1 cannot judge a claim; empty where it can.
std::string why_not_published(const Claim& claim);

/// Lives the cities of the `asked` claims in batches, each a sweep in a folder of its own below
/// `folder`, under the city's law and under the placebo that makes all models produce alike, until
/// every share is settled or its claims have lived enough cities. Outcomes of `all` claims of a
/// city are kept, so that asking for other claims goes on with the same folders. The exit status.
int live_published(const ClaimsOptions& options, const std::vector<Claim>& all,
                   const std::vector<const Claim*>& asked, const std::filesystem::path& folder,
                   PublishedFindings& findings);

}  // namespace homeroom::app
