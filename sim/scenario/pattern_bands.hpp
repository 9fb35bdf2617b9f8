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
  std::string cities;  ///< scenarios whose band this is; empty: of all that have none of their own
  std::string over;    ///< "KEY=VALUE ...": the figure is the difference to the city with these
  bool test = false;   ///< told beside what was published, and never fitted to
  int study = 0;       ///< what a study of named schools finds; 0: a figure of the city
  std::string models, against, years, since, outcome, subjects, signs;  ///< of the study
  bool listed = false;
  void describe(FieldVisitor& visit);
};

struct PatternBands {
  std::vector<PatternBand> bands;  ///< in the file's order
  std::vector<Fault> faults;       ///< all of them; bands count only where there is none
};

/// `figures`: all that can be computed; a band on anything else is a fault. A study's figure is
/// named after its kind and its place among the studies of the file.
PatternBands read_pattern_bands(const std::filesystem::path& file,
                                const std::vector<std::string>& figures);

/// Those of a city: bands of its own come before bands of all for the same figure.
std::vector<PatternBand> bands_of(const std::vector<PatternBand>& bands, const std::string& city);

}  // namespace homeroom
