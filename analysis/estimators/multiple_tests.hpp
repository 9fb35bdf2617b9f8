// p values of many tests at once.
#pragma once

#include <vector>

namespace homeroom::estimators {

/// Against one false finding among them: those below alpha have it with probability alpha at most.
/// Source: Holm (1979), Scandinavian Journal of Statistics 6(2).
std::vector<double> holm(const std::vector<double>& p);

/// Against a large share of false findings: of those below q, a share of q at most is false, in
/// the mean, where tests are independent. Source: Benjamini and Hochberg (1995), Journal of the
/// Royal Statistical Society B 57(1).
std::vector<double> benjamini_hochberg(const std::vector<double>& p);

// Both in the order given; a NaN stays NaN and counts as no test.

}  // namespace homeroom::estimators
