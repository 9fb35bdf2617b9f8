// Deferred acceptance, applicants proposing: everyone asks the best program that has not refused
// them, programs keep the best of those who ask and refuse the rest, until no one asks any more.
// The result is the stable matching that all applicants like best.
// Gale & Shapley (1962), American Mathematical Monthly 69: 9-15; as a rule for school seats:
// Abdulkadiroglu & Sonmez (2003), American Economic Review 93: 729-747.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/mechanism/market.hpp"

namespace homeroom::mechanism {

struct DeferredAcceptance {
  Matching matching;
  /// Per program: the worst priority that holds a seat if the program is full (0 if it has no
  /// seats at all), else kOpen. An application not refused earlier would have been taken if its
  /// priority is smaller.
  std::vector<std::uint64_t> cutoff;
};

/// Needs strict priorities; then the order of asking cannot change the result (McVitie & Wilson
/// 1970, BIT 10: 295-309). Throws std::logic_error if the market is not well formed, or on a tie
/// at a cutoff.
DeferredAcceptance deferred_acceptance(const Market& market);
/// The same, reading lists only as far as applicants get.
DeferredAcceptance deferred_acceptance(const PreferenceLists& lists);

}  // namespace homeroom::mechanism
