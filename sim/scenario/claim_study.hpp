// What a study of a city would have estimated, as a claim's file says it.
#pragma once

#include "sim/scenario/claim.hpp"

namespace homeroom {

/// Reads [published] and its [[contrasts]].
ClaimStudy read_claim_study(const Node& table, const Node* contrasts, Faults& faults);

}  // namespace homeroom
