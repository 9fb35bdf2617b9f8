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

/// The same among those above `floor`; what is not is not ranked at all.
std::size_t top_choices_above(std::span<const float> utility, float floor,
                              std::span<std::uint32_t> best);

/// The same for every row of a table of rows x `candidates` utilities, row after row. Returns
/// rows x min(k, candidates) indices. Throws std::logic_error if the table has a broken row.
std::vector<std::uint32_t> top_choices_by_row(std::span<const float> utility,
                                              std::size_t candidates, std::size_t k);

}  // namespace homeroom::mechanism
