#include <fmt/format.h>

#include <cstdio>
#include <optional>

#include "analysis/patterns/verdicts.hpp"
#include "app/find_scenario.hpp"
#include "app/interrupt.hpp"
#include "app/options.hpp"
#include "app/output_file.hpp"
#include "app/pattern_arms.hpp"
#include "app/run_refusals.hpp"
#include "app/write_text.hpp"
#include "sim/core/parallel.hpp"
#include "sim/scenario/pattern_bands.hpp"

namespace homeroom::app {
namespace {

std::vector<patterns::Pattern> as_patterns(const std::vector<PatternBand>& bands) {
  std::vector<patterns::Pattern> all;
  for (const PatternBand& band : bands) {
    all.push_back({band.id, band.figure, band.says, band.unit, band.source, band.absent, band.given,
                   band.low, band.high, band.unjudged, band.over, band.test});
  }
  return all;
}

/// Said before anything is run.
bool output_refused(const PatternsOptions& options) {
  const std::string why = why_not_written(
      {options.output, "", {patterns::kVerdictsHead}, "verdicts of patterns", options.force});
  if (!why.empty()) fmt::print(stderr, "-o {}: {}; nothing was run\n", options.output, why);
  return !why.empty();
}

}  // namespace

int show_patterns(const PatternsOptions& options) {
  RunOptions reading;
  reading.scenarios = options.scenarios;
  if (reading.scenarios.empty()) reading.scenarios = {named_scenario("boston")};
  reading.settings = options.settings;
  reading.replicates = options.replicates;
  reading.quiet = options.quiet;
  reading.threads = options.threads;
  const std::string file =
      options.bands.empty() ? (scenarios_folder() / "patterns.toml").string() : options.bands;
  const PatternBands read = read_pattern_bands(file, patterns::figure_names());
  if (!read.faults.empty()) fmt::print(stderr, "{}", format_faults(read.faults));
  bool refused = output_refused(options);
  refused |= numbers_refused("patterns", reading);
  if (refused || !read.faults.empty()) return kBadInput;
  std::vector<PatternArms> all;
  for (const std::string& scenario : reading.scenarios) {
    RunOptions one = reading;
    one.scenarios = {scenario};
    all.push_back({scenario});
    if (const int status = read_pattern_arms(one, read.bands, all.back()); status != kDone)
      return status;
  }
  const ThreadLimit limit(options.threads.value_or(0));
  const Interruptible interruptible;
  std::string csv;
  for (const PatternArms& arms : all) {
    const std::optional<patterns::Findings> findings = arms.live(options.quiet);
    if (!findings) {
      fmt::print(stderr, "homeroom: interrupted; no pattern of {} was judged\n", arms.file);
      return kInterrupted;
    }
    const Scenario& scenario = arms.by_setting.at("");
    const std::vector<patterns::Pattern> bands = as_patterns(arms.bands);
    const std::vector<patterns::Judged> judged = patterns::judge(bands, *findings);
    fmt::print("{}: {} replicate{}, seed {}\n{}", scenario.name, scenario.run.replicates,
               scenario.run.replicates == 1 ? "" : "s", scenario.run.seed,
               patterns::verdicts_text(judged));
    csv += patterns::verdicts_csv(scenario.name, judged, csv.empty());
  }
  if (!options.output.empty() && !write_text(options.output, csv)) return kFailed;
  return kDone;
}

}  // namespace homeroom::app
