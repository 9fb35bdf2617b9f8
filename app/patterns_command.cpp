#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "analysis/panel/panel_builder.hpp"
#include "analysis/patterns/verdicts.hpp"
#include "app/find_scenario.hpp"
#include "app/interrupt.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "app/read_scenarios.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/pattern_bands.hpp"

namespace homeroom::app {
namespace {

using patterns::Figures;

/// The figures of one replicate, from its public tables alone; nothing where it was stopped.
std::optional<Figures> figures_of_replicate(const Scenario& scenario, std::uint32_t replicate,
                                            Progress& progress) {
  panel::PanelBuilder builder;
  ReplicatePlan plan{replicate, true, false};
  plan.read_year = [&](const ReplicateRecords& year) {
    const Microdata& of = *year.microdata;
    builder.add(static_cast<int>(year.district.wholes(2).at(0)),
                {year.schools, year.district, year.events, of.students, of.applications, of.cutoffs,
                 of.teachers, of.neighbourhoods});
  };
  if (!run_replicate(scenario, plan, stop_requested(), [&] { progress.step(); })) return {};
  return patterns::figures_of(builder.panel());
}

std::vector<Figures> figures_of_scenario(const PatternsOptions& options, const Scenario& scenario) {
  const auto count = static_cast<std::size_t>(scenario.run.replicates);
  const int years = scenario.run.burn_in_years + scenario.run.policy_years;
  std::vector<std::optional<Figures>> found(count);
  Progress progress(scenario.name, static_cast<long long>(count) * years, options.quiet);
  for_each_replicate(count, stop_requested(), [&](std::size_t i) {
    found[i] = figures_of_replicate(scenario, static_cast<std::uint32_t>(i + 1), progress);
  });
  std::vector<Figures> figures;
  for (const auto& one : found) {
    if (one) figures.push_back(*one);
  }
  return figures;
}

std::vector<patterns::Pattern> as_patterns(const std::vector<PatternBand>& bands) {
  std::vector<patterns::Pattern> all;
  for (const PatternBand& band : bands) {
    all.push_back({band.id, band.figure, band.says, band.unit, band.source, band.absent, band.low,
                   band.high});
  }
  return all;
}

/// Written beside and then renamed, so that no half of it is ever seen.
bool write_text(const std::string& file, const std::string& text) {
  const std::filesystem::path part = file + ".part";
  {
    std::ofstream out(part, std::ios::binary);
    out << text;
    if (!out.flush()) {
      fmt::print(stderr, "homeroom: {} cannot be written\n", file);
      return false;
    }
  }
  std::error_code error;
  std::filesystem::rename(part, file, error);
  if (error) fmt::print(stderr, "homeroom: {}: {}\n", file, error.message());
  return !error;
}

}  // namespace

int show_patterns(const PatternsOptions& options) {
  RunOptions reading;
  reading.scenarios = options.scenarios;
  if (reading.scenarios.empty()) reading.scenarios = {named_scenario("boston")};
  reading.settings = options.settings;
  reading.replicates = options.replicates;
  reading.quiet = options.quiet;
  const std::string file = options.bands.empty() ? (scenarios_folder() / "patterns.toml").string()
                                                 : options.bands;
  const PatternBands read = read_pattern_bands(file);
  if (!read.faults.empty()) fmt::print(stderr, "{}", format_faults(read.faults));
  std::vector<Scenario> scenarios;
  const int status = read_all(reading, scenarios);
  if (status != kDone || !read.faults.empty()) return kBadInput;
  const std::vector<patterns::Pattern> bands = as_patterns(read.bands);
  const ThreadLimit limit(options.threads.value_or(0));
  const Interruptible interruptible;
  std::string csv;
  for (const Scenario& scenario : scenarios) {
    const std::vector<Figures> figures = figures_of_scenario(options, scenario);
    if (figures.size() < static_cast<std::size_t>(scenario.run.replicates)) {
      fmt::print(stderr, "homeroom: interrupted; no pattern was judged\n");
      return kInterrupted;
    }
    const std::vector<patterns::Judged> judged = patterns::judge(bands, figures);
    fmt::print("{}: {} replicates, seed {}\n{}", scenario.name, figures.size(), scenario.run.seed,
               patterns::verdicts_text(judged));
    csv += patterns::verdicts_csv(scenario.name, judged);
  }
  if (!options.output.empty() && !write_text(options.output, csv)) return kFailed;
  return kDone;
}

}  // namespace homeroom::app
