#include "sim/mechanism/stability.hpp"

#include <algorithm>

#include "sim/core/contracts.hpp"

namespace homeroom::mechanism {
namespace {

bool ranks_exist(const Market& market, const Matching& matching) {
  if (matching.rank.size() != market.applicants()) return false;
  for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
    const std::int64_t rank = matching.rank[applicant];
    if (rank < kUnmatched || rank >= market.list_length(applicant)) return false;
  }
  return true;
}

/// Per program: an application of smaller priority would be preferred to what the program has.
std::vector<std::uint64_t> would_take_below(const Market& market, const Matching& matching) {
  std::vector<std::uint64_t> worst(market.programs(), 0);
  for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
    if (matching.rank[applicant] == kUnmatched) continue;
    const std::uint32_t index = market.first[applicant] + std::uint32_t(matching.rank[applicant]);
    std::uint64_t& bound = worst[market.choice[index]];
    bound = std::max(bound, market.priority[index]);
  }
  const std::vector<std::uint32_t> taken = seats_taken(market, matching);
  for (std::uint32_t program = 0; program < market.programs(); ++program) {
    if (taken[program] < market.capacity[program]) worst[program] = kOpen;
  }
  return worst;
}

}  // namespace

std::vector<std::uint32_t> seats_taken(const Market& market, const Matching& matching) {
  std::vector<std::uint32_t> taken(market.programs(), 0);
  for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
    const std::uint32_t program = program_of(market, matching, applicant);
    if (program != kNoProgram) ++taken[program];
  }
  return taken;
}

bool is_feasible(const Market& market, const Matching& matching) {
  if (!ranks_exist(market, matching)) return false;
  const std::vector<std::uint32_t> taken = seats_taken(market, matching);
  return std::equal(taken.begin(), taken.end(), market.capacity.begin(),
                    [](std::uint32_t held, std::uint32_t seats) { return held <= seats; });
}

std::vector<BlockingPair> blocking_pairs(const Market& market, const Matching& matching) {
  expect_lists(market);
  expect_priorities(market);
  HOMEROOM_EXPECT(is_feasible(market, matching));
  const std::vector<std::uint64_t> take_below = would_take_below(market, matching);
  std::vector<BlockingPair> pairs;
  for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
    const std::int32_t rank = matching.rank[applicant];
    const std::uint32_t better =
        rank == kUnmatched ? market.list_length(applicant) : static_cast<std::uint32_t>(rank);
    const std::uint32_t first = market.first[applicant];
    for (std::uint32_t i = first; i < first + better; ++i) {
      const std::uint32_t program = market.choice[i];
      if (market.priority[i] < take_below[program]) pairs.push_back({applicant, program});
    }
  }
  return pairs;
}

}  // namespace homeroom::mechanism
