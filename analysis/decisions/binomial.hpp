// The binomial distribution's upper tail.
#pragma once

#include <cstddef>

namespace homeroom::decisions {

/// Probability of `successes` or more in `trials` of probability `chance` each.
double binomial_at_least(std::size_t successes, std::size_t trials, double chance);

}  // namespace homeroom::decisions
