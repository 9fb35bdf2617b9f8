// The sections on a run of one city.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/results.hpp"

namespace homeroom::report {

/// Up to three sentences: the city, its models, what lasted.
std::vector<std::string> run_answer(const Results& results);

Section achievement_section(const Results& results);
Section gaps_section(const Results& results);
Section growth_section(const Results& results);
Section autonomy_section(const Results& results);
Section lasting_section(const Results& results);
Section staff_section(const Results& results);
Section money_section(const Results& results);
Section schools_section(const Results& results);

}  // namespace homeroom::report
