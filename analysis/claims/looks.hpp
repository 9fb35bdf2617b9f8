// When the replicates of a claim's tests are looked at, and how wide an interval must be clear.
//
// Lives are dear, and most levers show at once whether they do anything. So a claim is looked at
// early, after the rule of Haybittle and Peto: looks before the last judge by intervals of 99.9 %,
// the last one by 95 %, as if there had been no look before. What the early looks add to a false
// alarm of 5 % is .1 % each at most. Source: Haybittle (1971), British Journal of Radiology 44;
// Peto et al. (1976), British Journal of Cancer 34.
#pragma once

#include <vector>

#include "analysis/claims/test_rule.hpp"

namespace homeroom::claims {

struct Look {
  int replicates = 0;          ///< lived by then
  double confidence = 0.95;    ///< of the intervals that are judged
  bool spread_needed = false;  ///< differences that are all alike tell nothing yet
};

/// After 8 replicates, after `replicates`, and after twice as many, `most` or 80, whichever is
/// least; a look that would not come after the one before is left out.
std::vector<Look> looks_of(int replicates, int most);

/// True where a claim is told at a look and nothing more is lived for it.
bool is_clear(const std::vector<TestFinding>& tests, bool any, const Look& look);

}  // namespace homeroom::claims
