// What a verdict rests on: the tests of a claim lived again without each of its assumptions.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/claims_parts.hpp"
#include "app/options.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

struct AssumptionsTried {
  std::vector<std::string> carrying;   ///< keys without which the claim is not supported
  std::vector<std::string> not_lived;  ///< keys without which no city can be lived
};

/// The sweep with no more levels than its tests compare: of a dose its ends, of a factor that every
/// test holds at a level those levels.
SweepDesign narrowed_sweep(const Claim& claim);

/// The sweep with one assumption at its neutral value, narrowed.
SweepDesign sweep_without(const Claim& claim, const ClaimAssumption& assumption);

/// Lives the tests without each assumption, one at a time and with the dice of replicates 1 to
/// `replicates`, and judges by intervals of 95 %; where the first eight hold the verdict no more
/// are lived. Folders are `folder`-without-1 and so on. The
/// exit status.
int try_assumptions(const ClaimsOptions& options, const Claim& claim, int replicates,
                    const std::filesystem::path& folder, CityParts& parts, AssumptionsTried& tried);

}  // namespace homeroom::app
