// Discrete choice: whoever decides takes the candidates of highest utility. Shocks are part of the
// utilities the caller brings, so with Gumbel shocks the list is a draw from the rank-ordered logit
// (McFadden 1974; Beggs, Cardell & Hausman 1981, Journal of Econometrics 17: 1-19).
#pragma once

#include <cstddef>
#include <cstdint>

namespace homeroom::mechanism {

/// Choosers of one kind who rank the same number of candidates side by side, lane by lane.
inline constexpr std::size_t kSideBySide = 16;
/// Marks the end of a list that is shorter than asked for.
inline constexpr std::uint32_t kNoCandidate = 0xffffffffu;

/// The best `k` candidates of each of kSideBySide choosers among those above the chooser's floor.
/// `utility` has candidates x kSideBySide cells, a candidate's lanes next to each other; `best`
/// gets k x kSideBySide indices, best first, then kNoCandidate. Candidates nearer to each other
/// than one part in 2^23 times their number (2^-17 for 64) are level, and the lower index is
/// ranked first: no taste is told more exactly than that. Throws std::logic_error on NaN.
void top_choices_side_by_side(const float* utility, std::size_t candidates, const float* floor,
                              std::size_t k, std::uint32_t* best);

}  // namespace homeroom::mechanism
