// How far a verdict hangs on a city's teachers and leaders: each city is lived with the supply of
// every other one, and the claims of studies are judged there anew.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "analysis/claims/verdict.hpp"
#include "app/options.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

/// By the city whose teachers and leaders there are to be had.
using SupplyVerdicts = std::map<std::string, claims::Verdict>;
using TellSupply = std::function<void(const Claim&, const SupplyVerdicts&)>;

/// True of claims that a study of one city judges.
bool hangs_on_supply(const Claim& claim);

/// Lives every city of the `asked` claims with the supply of the other cities of `all`, a sweep for
/// each in CITY/supply below `folder`. The exit status; throws as sweep_into.
int live_supply(const ClaimsOptions& options, const std::vector<Claim>& all,
                const std::vector<const Claim*>& asked, const std::filesystem::path& folder,
                const TellSupply& tell);

}  // namespace homeroom::app
