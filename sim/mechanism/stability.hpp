// What a matching must satisfy. Nothing is assumed about how it came about, so tests of mechanisms
// and the invariants of a world can both ask.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/mechanism/market.hpp"

namespace homeroom::mechanism {

/// An applicant and a listed program that would both rather have each other than what they have.
struct BlockingPair {
  std::uint32_t applicant;
  std::uint32_t program;
  friend bool operator==(const BlockingPair&, const BlockingPair&) = default;
};

/// Per program, how many applicants hold it. The matching must be of this market.
std::vector<std::uint32_t> seats_taken(const Market& market, const Matching& matching);

/// True if there is one rank per applicant, each within the own list, and no seat is held twice.
bool is_feasible(const Market& market, const Matching& matching);

/// All pairs, by applicant and then by place in the list, where the applicant likes the program
/// better than the one held and it has a free seat or holds someone of worse priority
/// (Gale & Shapley 1962). A feasible matching without any is stable. Throws std::logic_error if the
/// matching is not feasible.
std::vector<BlockingPair> blocking_pairs(const Market& market, const Matching& matching);

}  // namespace homeroom::mechanism
