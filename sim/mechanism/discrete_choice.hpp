// Discrete choice: whoever decides takes the candidates of highest utility. Shocks are part of the
// utilities the caller brings, so with Gumbel shocks the list is a draw from the rank-ordered logit
// (McFadden 1974; Beggs, Cardell & Hausman 1981, Journal of Econometrics 17: 1-19).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace homeroom::mechanism {

/// Writes the indices of the best.size() highest utilities into `best`, best first, ties by lower
/// index, and returns how many were written: fewer than asked if there are fewer candidates.
/// -infinity is a utility like any other and comes last; NaN has no place in an order and throws
/// std::logic_error.
std::size_t top_choices(std::span<const float> utility, std::span<std::uint32_t> best);

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

/// The same for every row of a table of rows x `candidates` utilities, row after row. Returns
/// rows x min(k, candidates) indices. Throws std::logic_error if the table has a broken row.
std::vector<std::uint32_t> top_choices_by_row(std::span<const float> utility,
                                              std::size_t candidates, std::size_t k);

}  // namespace homeroom::mechanism
