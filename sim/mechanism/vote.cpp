#include "sim/mechanism/vote.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "sim/core/contracts.hpp"

namespace homeroom::mechanism {
namespace {

bool is_share(Share share) { return share.whole > 0 && share.part <= share.whole; }

/// Cross-multiplied: 32 by 32 bits always fit into 64.
bool reaches(std::uint32_t count, std::uint32_t of, Share share, Needed needed) {
  const std::uint64_t have = std::uint64_t{count} * share.whole;
  const std::uint64_t need = std::uint64_t{of} * share.part;
  return needed == Needed::kAtLeast ? have >= need : have > need;
}

}  // namespace

bool passes(const Ballot& ballot, const BallotRule& rule) {
  HOMEROOM_EXPECT(ballot.yes <= ballot.cast && ballot.cast <= ballot.eligible);
  HOMEROOM_EXPECT(is_share(rule.threshold) && is_share(rule.quorum));
  if (ballot.cast == 0) return false;
  if (!reaches(ballot.cast, ballot.eligible, rule.quorum, Needed::kAtLeast)) return false;
  const std::uint32_t of = rule.counted == Counted::kVotesCast ? ballot.cast : ballot.eligible;
  return reaches(ballot.yes, of, rule.threshold, rule.needed);
}

std::vector<std::uint32_t> seats_up(const StaggeredSeats& body, std::int32_t year) {
  HOMEROOM_EXPECT(body.term_years > 0 && body.years_between_elections > 0);
  HOMEROOM_EXPECT(body.term_years % body.years_between_elections == 0);
  const std::int64_t term = body.term_years;
  const std::int64_t into_term = ((year % term) + term) % term;
  if (into_term % body.years_between_elections != 0) return {};
  const std::uint32_t elections = body.term_years / body.years_between_elections;
  std::vector<std::uint32_t> up;
  std::uint32_t seat = static_cast<std::uint32_t>(into_term / body.years_between_elections);
  for (; seat < body.seats; seat += elections) up.push_back(seat);
  return up;
}

std::vector<std::uint32_t> winners(std::span<const std::uint32_t> votes, std::uint32_t seats) {
  std::vector<std::uint32_t> order(votes.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return votes[a] > votes[b]; });
  order.resize(std::min<std::size_t>(order.size(), seats));
  return order;
}

}  // namespace homeroom::mechanism
