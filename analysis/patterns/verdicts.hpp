// Patterns judged: a figure's mean over replicates, its Monte Carlo error, and whether the mean
// with two errors to either side lies inside the band.
#pragma once

#include <string>
#include <vector>

#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {

struct Pattern {
  std::string id, figure, says, unit, source;
  std::string absent;  ///< why a city may not show it
  std::string given;   ///< "KEY=VALUE ...": the figure is that of the city with these settings
  double low = 0, high = 0;
  std::string unjudged = {};  ///< why it is told without a band; empty: it has one
  std::string over = {};  ///< "KEY=VALUE ...": the figure is the difference to the city with these
  bool test = false;      ///< told beside what was published, and never fitted to
};

/// Of a test: inside the published band with two errors, outside it with two errors, or neither.
enum class Verdict { InBand, OutOfBand, NotApplicable, NotJudged, AsPublished, Otherwise, Open };

struct Judged {
  const Pattern* pattern = nullptr;
  double value = 0, error = 0;  ///< NaN where not applicable; error NaN of a single replicate
  int replicates = 0;           ///< that show it
  Verdict verdict = Verdict::NotApplicable;
};

/// Figures of the replicates by the setting they were lived with; "" is the city as it is.
using Findings = std::map<std::string, std::vector<Figures>>;

/// The difference of a figure is that of the same replicate, over the same dice.
/// A pattern that fewer than half of the replicates show is not applicable.
std::vector<Judged> judge(const std::vector<Pattern>& patterns, const Findings& findings);

std::string_view in_words(Verdict verdict);

/// The table for people; below it why patterns are not applicable.
std::string verdicts_text(const std::vector<Judged>& judged);
/// The first line of the same as comma-separated text, with sources.
inline constexpr const char* kVerdictsHead =
    "scenario,id,figure,pattern,unit,value,monte_carlo_error,low,high,verdict,replicates,source,"
    "why";
/// That text; `header`: with its first line.
std::string verdicts_csv(std::string_view scenario, const std::vector<Judged>& judged, bool header);

}  // namespace homeroom::patterns
