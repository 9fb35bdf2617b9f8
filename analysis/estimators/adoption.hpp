// Units that are watched year by year, and when something began in each: the rows of differences in
// differences.
#pragma once

#include <limits>
#include <map>
#include <string>
#include <vector>

#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

/// The first year of what never began.
inline constexpr int kNever = std::numeric_limits<int>::max();

struct UnitYear {
  int unit = 0, year = 0;
  double outcome = 0;
};

struct Adoption {
  std::string outcome;         ///< what messages call it
  std::vector<UnitYear> rows;  ///< a unit and year once; a year may be missing
  std::map<int, int> first;    ///< by unit: its first year; kNever
  std::vector<std::string> warnings;

  bool began(const UnitYear& row) const { return row.year >= first.at(row.unit); }
};

/// Throws std::invalid_argument where a unit has no first year, a year twice, or an outcome is
/// missing.
void refuse_faults(const Adoption& adoption);

/// Schools that come under one of `models`, by their mean score in the subjects [state SD]: a
/// *level*. A school that leaves the models again counts on as under them, and is warned of.
Adoption adoption_of_models(const panel::Panel& panel, const std::vector<std::string>& models,
                            const std::vector<int>& subjects);

}  // namespace homeroom::estimators
