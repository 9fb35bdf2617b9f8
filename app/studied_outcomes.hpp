// What studies of each run would have found that were made otherwise than the report's, as outcomes
// of a sweep (docs/probes.md):
//
//   studied.gap.VARIANT.STATISTIC.OUTCOME.SUBJECTS.OF-AGAINST[@YEARS]   the regression, varied
//   studied.lowest.PERCENT[xYEARS].STATISTIC.OUTCOME.SUBJECTS@CHOSEN+FROM+TO
//   studied.change.MEMBERS.OUTCOME.SUBJECTS.OF-AGAINST@FROM+TO          two years, raw
//   studied.lasting.STATISTIC.MODELS[@YEARS]                            open, yearly, survival
//   studied.friction.PERCENT.MODELS[@YEARS]                             of the most frustrated
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "analysis/panel/panel.hpp"
#include "analysis/probes/who_speaks.hpp"
#include "sim/run/sweep.hpp"

namespace homeroom::app {

/// A run's policy years, read.
struct StudiedRun {
  panel::Panel panel;
  std::vector<probes::SchoolFriction> friction;
};

struct StudiedOutcome {
  std::string name;
  std::vector<std::string> models;  ///< that the city must know
  std::vector<int> years;           ///< that it must live
  std::function<double(const StudiedRun&)> value;
};

/// True where a name is meant for one of these.
bool is_studied(const std::string& name);

/// What a name says; `fault` and what is allowed where it says nothing.
struct StudiedReading {
  StudiedOutcome outcome;
  std::string fault, allowed, nearest;
};
StudiedReading read_studied(const std::string& name);

/// Reads a run's policy years and asks at their end; what a city cannot tell is NaN.
std::unique_ptr<RunReader> studied_reader(const std::vector<StudiedOutcome>& outcomes);

/// Two readers of one run, the values of the first before those of the second.
std::unique_ptr<RunReader> both_readers(std::unique_ptr<RunReader> first,
                                        std::unique_ptr<RunReader> second);

}  // namespace homeroom::app
