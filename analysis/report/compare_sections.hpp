// The sections on paired differences between policies.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/differences.hpp"

namespace homeroom::report {

/// Three sentences of one alternative, one of each of several.
std::vector<std::string> compare_answer(const Results& results, const Differences& differences);

Section effects_section(const Differences& differences);
Section winners_section(const Results& results, const Differences& differences);
Section terms_section(const Results& results, const Differences& differences);
Section slopes_section(const Results& results, const Differences& differences);
Section moved_section(const Results& results, const Differences& differences);
Section all_measures_section(const Differences& differences);

}  // namespace homeroom::report
