#include "app/run_manifest.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

#include "app/version.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::app {

std::string utc_now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

Manifest manifest_of(const std::string& file, const Experiment& experiment,
                     const std::vector<std::string>& command_line) {
  const Scenario& scenario = *experiment.scenario;
  Manifest manifest;
  manifest.program_version = program_version();
  manifest.source_revision = source_revision();
  manifest.scenario = scenario.name;
  manifest.scenario_file = file;
  manifest.resolved = scenario.resolved;
  if (scenario.anchor_base) manifest.anchor_resolved = scenario.anchor_base->resolved;
  manifest.seed = scenario.run.seed;
  manifest.replicates_asked = experiment.replicates;
  manifest.first_year = scenario.run.first_year;
  manifest.policy_years = scenario.run.policy_years;
  manifest.burn_in_years = scenario.run.burn_in_years;
  manifest.threads = experiment.threads > 0 ? experiment.threads : threads_in_use();
  manifest.microdata = experiment.microdata;
  manifest.burn_in_rows = experiment.burn_in_rows;
  manifest.district = experiment.district;
  manifest.nation_schools = experiment.schools;
  manifest.command_line = command_line;
  manifest.compiler = compiler();
  manifest.flags = compiler_flags();
  manifest.libraries = libraries();
  manifest.started = utc_now();
  return manifest;
}

}  // namespace homeroom::app
