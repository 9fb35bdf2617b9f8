// Rule V4: the ratio of two hazards, from shares that survive.
//
// Under proportional hazards it is log S / log S, of means over replicates, with an interval by the
// jackknife. Source: Efron and Stein (1981), Annals of Statistics 9.
#pragma once

#include "analysis/claims/test_rule.hpp"

namespace homeroom::claims {

/// Tells estimate, interval and verdict of the last level against the first. Where nothing ends at
/// one of them there is a bound to one side; not judged where nothing ends at all, or where the
/// ends of a level are of a single replicate.
void judge_hazard(const TestRule& rule, const Levels& levels, TestFinding& finding);

}  // namespace homeroom::claims
