// What a sweep's runs gave, by the levels of each factor.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/report/replicates.hpp"
#include "analysis/report/results.hpp"

namespace homeroom::report {

/// One factor: a column of points.csv, or the policies or cities where there are several.
struct SweepFactorLevels {
  std::string name;
  bool is_number = false;
  std::vector<std::string> levels;  ///< as they are told, in order
  std::vector<double> places;       ///< of each, where they are numbers
};

struct SweepOutcomes {
  std::vector<SweepFactorLevels> factors;
  std::vector<std::string> outcomes;
  /// By outcome, factor and level: means over runs, by replicate.
  std::vector<std::vector<std::vector<Lives>>> means;
  int runs = 0, failed = 0, points = 0;
};

/// Reads runs.csv twice, row by row: for levels, then for outcomes. Throws TableFault.
SweepOutcomes sweep_outcomes(const Results& results);

}  // namespace homeroom::report
