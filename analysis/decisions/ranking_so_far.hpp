// Who is first after so many replicates, and by how much in each: what the stopping rule judges.
#pragma once

#include "analysis/decisions/policy_outcomes.hpp"
#include "analysis/decisions/until_certain.hpp"

namespace homeroom::decisions {

struct RankingSoFar {
  std::size_t first = 0;            ///< the policy of the best mean; the earlier of equals
  std::vector<std::size_t> rivals;  ///< all others
  std::vector<ReplicateAdvantages> advantages;  ///< of the first, by rival and replicate
  std::size_t futures = 0, replicates = 0;      ///< those that were taken
};

/// Means over futures of a replicate are comparable with those of another, and independent of
/// them, where every policy has every life: what lacks one is left out, replicates or futures,
/// whichever leaves more. What is certain of a ranking is so for these futures.
RankingSoFar ranking_so_far(const PolicyLives& lives, Better better);

}  // namespace homeroom::decisions
