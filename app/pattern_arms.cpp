#include "app/pattern_arms.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <set>

#include "analysis/panel/panel_builder.hpp"
#include "app/interrupt.hpp"
#include "app/panel_year.hpp"
#include "app/pattern_studies.hpp"
#include "app/progress.hpp"
#include "app/read_scenarios.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/pattern_study.hpp"

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
  plan.read_year = [&](const ReplicateRecords& year) { add_year(builder, year); };
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

/// Reads the scenario with a setting, "KEY=VALUE ..."; a key that it does not know is a fault.
int read_arm(const RunOptions& asked, const std::string& setting, PatternArms& arms) {
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

}  // namespace

std::optional<patterns::Findings> PatternArms::live(bool quiet) const {
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

int read_pattern_arms(const RunOptions& asked, const std::vector<PatternBand>& bands,
                      PatternArms& arms) {
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

}  // namespace homeroom::app
