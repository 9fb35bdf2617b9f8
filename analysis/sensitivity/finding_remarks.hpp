// What is uncertain in findings, in words.
#pragma once

#include "analysis/sensitivity/findings.hpp"

namespace homeroom::sensitivity {

/// Factors whose interval of the measure reaches down to 0.
void remark_on_nothing(Findings& found, std::size_t measure);
/// Factors whose total index or mu* is exactly 0.
void remark_on_idle(Findings& found);
/// Factors with the nearest one above, in the order of the measure, whose interval theirs overlaps.
void remark_on_order(Findings& found, std::size_t measure);
/// What factors do together, by the sum of their first-order indices.
void remark_on_sum(Findings& found, const Interval& together);
/// Factors with elementary effects of either sign.
void remark_on_signs(Findings& found);
/// Factors whose partial rank correlation may be chance, and those it has no answer for.
void remark_on_ranks(Findings& found, double level);

}  // namespace homeroom::sensitivity
