// Values by model and year as panels.
#pragma once

#include <string>

#include "analysis/report/replicates.hpp"
#include "analysis/report/results.hpp"

namespace homeroom::report {

/// What a figure of trajectories is about.
struct Trajectory {
  std::string id, title, about, axis;
};

/// A row for each model and year, the whole city (group "") first, then models by their size. Years
/// in which fewer than half of the replicates have the model are left out: their mean is of few.
Figure trajectory_of(const Results& results, const Trajectory& what, const Replicates& values,
                     const std::string& line = "");
/// A second line in the same panels; the last that is added is the main one.
void add_line(Figure& figure, const Results& results, const Replicates& values,
              const std::string& line, bool band);

/// "2011 to 2020".
std::string years_text(const Replicates& values);

}  // namespace homeroom::report
