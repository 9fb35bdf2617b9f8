// Uncoordinated admission with waiting lists: every program offers its seats on its own, in the
// order of its own keys; applicants may hold several offers at once and keep the one they like
// best; what they refuse or leave goes to the next on the waiting list, one round of letters after
// the other. Few rounds leave seats empty and applicants without one; with rounds without end it is
// deferred acceptance with programs proposing (Gale & Shapley 1962; Roth & Sotomayor 1990,
// Two-Sided Matching, ch. 5).
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/mechanism/queues.hpp"

namespace homeroom::mechanism {

/// The two offers are the instruments of lottery studies: the initial one is as good as random
/// among applicants of one class, while ever having one needs a correction, since the last offered
/// are takers (de Chaisemartin & Behaghel 2020, Econometrica 88: 1453-1477).
struct WaitingLists {
  Matching matching;
  std::vector<std::uint8_t> ever_offer;     ///< per application: 1 if it ever had an offer
  std::vector<std::uint8_t> initial_offer;  ///< per application: 1 if before the waiting list moved
  std::uint32_t applicants_offered = 0;     ///< applicants who ever had an offer
};

inline constexpr std::uint32_t kUntilNoOffer = std::numeric_limits<std::uint32_t>::max();

/// `rounds`: how often waiting lists move after the initial offers; 0 stops at the initial ones and
/// kUntilNoOffer ends when every seat is taken or every list used up.
/// `outside_rank`: how many of the programs that an applicant lists beat what it has anyway, by
/// applicant; offers from that place of the list on are made and refused. Empty where every listed
/// program is acceptable. All offers of a round go out at once: a seat refused or left is offered
/// again the round after. Needs strict priorities where a program is rationed (see `rationed`);
/// throws std::logic_error if the market is not well formed, or the column has another length.
WaitingLists waiting_lists(const Market& market, std::uint32_t rounds,
                           std::span<const std::uint32_t> outside_rank = {});

}  // namespace homeroom::mechanism
