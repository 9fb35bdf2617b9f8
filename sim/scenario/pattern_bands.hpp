// Patterns that a believable city shows, as written in scenarios/patterns.toml: which figure, the
// band it should lie in, and who says so.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/scenario/fault.hpp"

namespace homeroom {

struct PatternBand {
  std::string id;      ///< number in the list of stylised facts, or a word
  std::string figure;  ///< the name under which it is computed from records
  std::string says, unit, source;
  std::string absent;    ///< why a city may not show it
  std::string given;     ///< "KEY=VALUE ...": the figure is that of the city with these settings
  std::string unjudged;  ///< why it is told without a band; empty: it has one
  double low = 0, high = 0;
  void describe(FieldVisitor& visit);
};

struct PatternBands {
  std::vector<PatternBand> bands;  ///< in the file's order
  std::vector<Fault> faults;       ///< all of them; bands count only where there is none
};

/// `figures`: all that can be computed; a band on anything else is a fault.
PatternBands read_pattern_bands(const std::filesystem::path& file,
                                const std::vector<std::string>& figures);

}  // namespace homeroom
