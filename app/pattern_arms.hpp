// A city's figures for its patterns: the scenario lived as it is, and with each setting that one of
// its patterns is stated under.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/patterns/verdicts.hpp"
#include "app/options.hpp"
#include "sim/scenario/pattern_bands.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

/// A scenario as it is, and with each setting that one of its patterns is stated under.
struct PatternArms {
  std::string file;
  std::vector<PatternBand> bands = {};
  std::map<std::string, Scenario> by_setting = {};
  /// Nothing where it was stopped.
  std::optional<patterns::Findings> live(bool quiet) const;
};

/// Reads a scenario, as it is and with every setting of the bands that are the city's.
int read_pattern_arms(const RunOptions& asked, const std::vector<PatternBand>& bands,
                      PatternArms& arms);

}  // namespace homeroom::app
