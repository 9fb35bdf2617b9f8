// How far apart schools of few and of many low-income children score.
#pragma once

#include "analysis/report/replicates.hpp"
#include "analysis/report/results.hpp"

namespace homeroom::report {

/// By year and replicate, of the whole city (group ""): mean score of the quarter of tested
/// children in schools with the fewest low-income children less that of the quarter with the most
/// [state SD]. schools.csv is read row by row; no more than one year of one replicate is held.
Replicates poverty_gap(const Results& results);

}  // namespace homeroom::report
