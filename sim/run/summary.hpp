// The short table that a run prints: per school model, the first and the last policy year.
#pragma once

#include <string>
#include <vector>

#include "sim/observe/lifetimes.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// The printed figures of one model in one year; NaN where there is none.
struct ModelFigures {
  double proficiency = 0, sgp = 0, effective_autonomy = 0, turnover = 0, schools = 0;
  double survival = 0;  ///< share of schools kept since the first policy year [%]
};

/// What of a replicate is kept until the run ends: figures by model (the law's order).
struct Summary {
  std::vector<ModelFigures> first, last;  ///< the first policy year and the last so far
  void add(const World& world, const Law& law, const Lifetimes& lifetimes);
};

/// Mean over replicates and its Monte Carlo error (standard deviation over root of replicates).
struct MeanAndError {
  double mean = 0, error = 0;
  int count = 0;
};
MeanAndError mean_and_error(const std::vector<double>& values);

/// The table as text. Proficiency and growth percentile are means of the two subjects.
std::string summary_table(const std::vector<Summary>& replicates, const Law& law, int first_year,
                          int last_year);

}  // namespace homeroom
