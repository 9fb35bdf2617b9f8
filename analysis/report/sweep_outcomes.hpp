// What a sweep's runs gave, by the levels of each factor that is crossed with all others.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/replicates.hpp"
#include "analysis/report/sweep_levels.hpp"

namespace homeroom::report {

struct SweepOutcomes {
  SweepLevels levels;
  std::vector<std::string> outcomes;
  /// By outcome, crossed factor and level: means over runs, by replicate.
  std::vector<std::vector<std::vector<Lives>>> means;
};

/// Reads runs.csv row by row, once for levels and once for outcomes. Throws TableFault.
SweepOutcomes sweep_outcomes(const Results& results);

}  // namespace homeroom::report
