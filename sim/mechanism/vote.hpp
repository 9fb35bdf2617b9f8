// Votes: whether a ballot passes, who wins seats, and which seats are up. Whole numbers throughout,
// since two thirds is no binary fraction and 2 of 3 votes must pass it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace homeroom::mechanism {

/// A share written as laws write it: two thirds is {2, 3}.
struct Share {
  std::uint32_t part;
  std::uint32_t whole;
};

enum class Needed { kAtLeast, kMoreThan };     ///< "two thirds" against "more than one half"
enum class Counted { kVotesCast, kEligible };  ///< whom the threshold is a share of

struct BallotRule {
  Share threshold;
  Needed needed = Needed::kAtLeast;
  Counted counted = Counted::kVotesCast;
  Share quorum{0, 1};  ///< of the eligible who must vote at all
};

struct Ballot {
  std::uint32_t eligible;
  std::uint32_t cast;
  std::uint32_t yes;
};

/// True if the quorum voted and enough of those counted said yes. A ballot on which no one votes
/// never passes. Throws std::logic_error unless yes <= cast <= eligible and shares are at most 1.
bool passes(const Ballot& ballot, const BallotRule& rule);

/// A body whose members do not all stand at once. Seats are dealt round-robin to the elections of
/// one term, so their numbers differ by at most one: 7 seats, 4 years, every 2 years: 4 and 3.
struct StaggeredSeats {
  std::uint32_t seats;
  std::uint32_t term_years;
  std::uint32_t years_between_elections = 1;  ///< must divide term_years
};

/// The seats whose term ends in `year`, ascending; none in a year without election. Throws
/// std::logic_error if the years between elections do not divide the term.
std::vector<std::uint32_t> seats_up(const StaggeredSeats& body, std::int32_t year);

/// At-large plurality: candidates with the most votes, ties by lower index (callers who want chance
/// there order candidates by lot). At most one winner per candidate.
std::vector<std::uint32_t> winners(std::span<const std::uint32_t> votes, std::uint32_t seats);

}  // namespace homeroom::mechanism
