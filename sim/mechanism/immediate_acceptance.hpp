// Immediate acceptance, the "Boston mechanism": in round k everyone without a seat asks the k-th
// program of the list; programs give the seats they have left for good, best priority first. A seat
// once given is never taken back, so ranking a sought-after program second is often too late: the
// mechanism rewards applicants who do not list what they want.
// Abdulkadiroglu & Sonmez (2003), American Economic Review 93: 729-747, section I.A.
#pragma once

#include "sim/mechanism/market.hpp"

namespace homeroom::mechanism {

/// A round spent on a program that is full already is lost, as in Boston until 2005. Needs strict
/// priorities; throws std::logic_error if the market is not well formed.
Matching immediate_acceptance(const Market& market);

}  // namespace homeroom::mechanism
