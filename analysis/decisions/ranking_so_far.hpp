// Who is first after so many replicates, and by how much in each: what the stopping rule judges.
#pragma once

#include "analysis/decisions/until_certain.hpp"
#include "analysis/decisions/policy_outcomes.hpp"

namespace homeroom::decisions {

struct RankingSoFar {
  std::size_t first = 0;                     ///< the policy of the best mean; the earlier of equals
  std::vector<std::size_t> rivals;           ///< all others
  std::vector<ReplicateAdvantages> advantages;  ///< of the first, by rival and replicate
  std::size_t left_out = 0;  ///< replicates that some policy lacks in some future
};

/// Over the replicates that every policy has in every future: the means over futures of one
/// replicate are comparable, and independent of those of another. What is certain of them is so
/// for these futures.
RankingSoFar ranking_so_far(const PolicyLives& lives, Better better);

}  // namespace homeroom::decisions
