#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "analysis/panel/panel_builder.hpp"
#include "analysis/patterns/verdicts.hpp"
#include "app/find_scenario.hpp"
#include "app/interrupt.hpp"
#include "app/options.hpp"
#include "app/pattern_studies.hpp"
#include "app/progress.hpp"
#include "app/read_scenarios.hpp"
#include "app/run_refusals.hpp"
#include "app/write_text.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/pattern_bands.hpp"

namespace homeroom::app {
namespace {

using patterns::Figures;

/// The figures of one replicate, from its public tables alone; nothing where it was stopped.
std::optional<Figures> figures_of_replicate(const Scenario& scenario, std::uint32_t replicate,
                                            bool microdata, const Studies& studies,
                                            Progress& progress) {
  panel::PanelBuilder builder;
  // Where children are not read, the burn-in years are: more years of one city hall.
  ReplicatePlan plan{replicate, microdata, !microdata};
  const Microdata none;
  plan.read_year = [&](const ReplicateRecords& year) {
    const Microdata& of = year.microdata ? *year.microdata : none;
    builder.add(static_cast<int>(year.district.wholes(2).at(0)),
                {year.schools, year.district, year.events, of.students, of.applications, of.cutoffs,
                 of.teachers, of.neighbourhoods});
  };
  if (!run_replicate(scenario, plan, stop_requested(), [&] { progress.step(); })) return {};
  Figures figures = patterns::figures_of(builder.panel());
  for (const auto& [name, study] : studies) {
    figures[name] = microdata ? patterns::study_figure(builder.panel(), study) : std::nan("");
  }
  return figures;
}

/// Figures of all replicates; fewer where they were stopped.
std::vector<Figures> figures_of_scenario(const Scenario& scenario, bool microdata,
                                         const Studies& studies, Progress& progress) {
  std::vector<std::optional<Figures>> found(static_cast<std::size_t>(scenario.run.replicates));
  for_each_replicate(found.size(), stop_requested(), [&](std::size_t i) {
    found[i] = figures_of_replicate(scenario, static_cast<std::uint32_t>(i + 1), microdata, studies,
                                    progress);
  });
  std::vector<Figures> figures;
  for (const auto& one : found) {
    if (one) figures.push_back(*one);
  }
  return figures;
}

/// A scenario as it is, and with each setting that one of its patterns is stated under.
struct Arms {
  std::string file;
  std::vector<PatternBand> bands = {};
  std::map<std::string, Scenario> by_setting = {};
  std::optional<patterns::Findings> live(bool quiet) const;
};

std::optional<patterns::Findings> Arms::live(bool quiet) const {
  long long years = 0;
  for (const auto& [setting, scenario] : by_setting) {
    years += static_cast<long long>(scenario.run.replicates) *
             (scenario.run.burn_in_years + scenario.run.policy_years);
  }
  Progress progress(by_setting.at("").name, years, fmt::format("{} years", years), quiet);
  const Studies studies = studies_of(bands);
  patterns::Findings findings;
  for (const auto& [setting, scenario] : by_setting) {
    // What is stated under a setting is seen in schools and city; children are read once.
    findings[setting] = figures_of_scenario(scenario, setting.empty(), studies, progress);
    if (findings[setting].size() < static_cast<std::size_t>(scenario.run.replicates)) return {};
  }
  return findings;
}

/// Reads the scenario with a setting, "KEY=VALUE ..."; a key that it does not know is a fault.
int read_arm(const RunOptions& asked, const std::string& setting, Arms& arms) {
  RunOptions options = asked;
  for (const std::string& word : words_of(setting)) options.settings.push_back(word);
  if (!setting.empty()) options.quiet = true;
  std::vector<Scenario> scenarios;
  if (const int status = read_all(options, scenarios); status != kDone) return status;
  if (scenarios.front().nation) {
    fmt::print(stderr,
               "homeroom patterns: {}: is a nation, and patterns are those of a city (try "
               "boston)\n",
               options.scenarios.front());
    return kBadInput;
  }
  arms.by_setting.emplace(setting, std::move(scenarios.front()));
  return kDone;
}

/// Reads a scenario, as it is and with every setting of the bands that are the city's.
int read_arms(const RunOptions& asked, const std::vector<PatternBand>& bands, Arms& arms) {
  if (const int status = read_arm(asked, "", arms); status != kDone) return status;
  arms.bands = bands_of(bands, arms.by_setting.at("").name);
  std::set<std::string> settings;
  for (const PatternBand& band : arms.bands) settings.insert({band.given, band.over});
  settings.erase("");
  for (const std::string& setting : settings) {
    if (const int status = read_arm(asked, setting, arms); status != kDone) return status;
  }
  return kDone;
}

std::vector<patterns::Pattern> as_patterns(const std::vector<PatternBand>& bands) {
  std::vector<patterns::Pattern> all;
  for (const PatternBand& band : bands) {
    all.push_back({band.id, band.figure, band.says, band.unit, band.source, band.absent, band.given,
                   band.low, band.high, band.unjudged, band.over, band.test});
  }
  return all;
}

/// Said before anything is run: a folder that is not there.
bool output_refused(const std::string& file) {
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  std::error_code error;
  if (file.empty() || folder.empty() || std::filesystem::is_directory(folder, error)) return false;
  fmt::print(stderr, "-o {}: there is no folder {}; nothing was run\n", file, folder.string());
  return true;
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
  bool refused = output_refused(options.output);
  refused |= numbers_refused("patterns", reading);
  if (refused || !read.faults.empty()) return kBadInput;
  std::vector<Arms> all;
  for (const std::string& scenario : reading.scenarios) {
    RunOptions one = reading;
    one.scenarios = {scenario};
    all.push_back({scenario});
    if (const int status = read_arms(one, read.bands, all.back()); status != kDone) return status;
  }
  const ThreadLimit limit(options.threads.value_or(0));
  const Interruptible interruptible;
  std::string csv;
  for (const Arms& arms : all) {
    const std::optional<patterns::Findings> findings = arms.live(options.quiet);
    if (!findings) {
      fmt::print(stderr, "homeroom: interrupted; no pattern of {} was judged\n", arms.file);
      return kInterrupted;
    }
    const Scenario& scenario = arms.by_setting.at("");
    const std::vector<patterns::Pattern> bands = as_patterns(arms.bands);
    const std::vector<patterns::Judged> judged = patterns::judge(bands, *findings);
    fmt::print("{}: {} replicates, seed {}\n{}", scenario.name, scenario.run.replicates,
               scenario.run.seed, patterns::verdicts_text(judged));
    csv += patterns::verdicts_csv(scenario.name, judged, csv.empty());
  }
  if (!options.output.empty() && !write_text(options.output, csv)) return kFailed;
  return kDone;
}

}  // namespace homeroom::app
