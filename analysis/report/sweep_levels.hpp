// The factors of a sweep: which are crossed, so that their levels can be compared, and which are
// not.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/results.hpp"

namespace homeroom::report {

struct SweepFactorLevels {
  std::size_t column = 0;  ///< among `columns`
  std::string name;
  bool is_number = false;
  std::vector<std::string> levels;  ///< as they stand in the table, in order
  std::vector<double> places;       ///< of each, where they are numbers

  /// Past the last where it is none of them.
  std::size_t place_of(std::string_view value) const;
};

struct SweepLevels {
  std::vector<std::string> columns;  ///< of runs.csv that hold factors
  /// Factors with several levels, at each of which the same other factors were lived: policies, and
  /// the factors of a full grid. Cities share no dice: all means are over them.
  std::vector<SweepFactorLevels> crossed;
  /// The others, told: between two of their values other factors differ as well.
  std::vector<std::string> not_crossed;
  std::size_t runs = 0, failed = 0, points = 0;
};

/// Reads runs.csv row by row; no more than a few values of each factor are held. Throws TableFault.
SweepLevels sweep_levels(const Results& results);

}  // namespace homeroom::report
