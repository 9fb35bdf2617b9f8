#include "app/run_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/parallel.hpp"

namespace homeroom::app {

std::vector<std::string> settings_of(const RunOptions& options) {
  std::vector<std::string> settings = options.settings;
  if (options.replicates) settings.push_back(fmt::format("run.replicates={}", *options.replicates));
  if (options.seed) settings.push_back(fmt::format("run.seed={}", *options.seed));
  if (options.years) settings.push_back(fmt::format("run.policy_years={}", *options.years));
  return settings;
}

std::filesystem::path folder_of(const RunOptions& options, const Scenario& scenario) {
  if (options.output.empty()) return std::filesystem::path("results") / scenario.name;
  const std::filesystem::path folder(options.output);
  return options.scenarios.size() > 1 ? folder / scenario.name : folder;
}

Experiment experiment_of(const RunOptions& options, const Scenario& scenario) {
  Experiment experiment;
  experiment.scenario = &scenario;
  experiment.threads = options.threads;
  experiment.microdata = options.students;
  experiment.burn_in_rows = options.burn_in;
  if (options.replicate) {
    experiment.replicates = {static_cast<std::uint32_t>(*options.replicate)};
  } else {
    for (int k = 1; k <= scenario.run.replicates; ++k) {
      experiment.replicates.push_back(static_cast<std::uint32_t>(k));
    }
  }
  return experiment;
}

namespace {

// Measured with scripts/bench on two cores of 2.5 GHz; docs/performance.md says how.
constexpr double kNanosecondsPerStudentYear = 560.0;
constexpr double kBytesPerStudentRow = 160.0;   // resident columns and the year's working columns
constexpr double kBytesPerSchoolYear = 1100.0;  // schools.csv and truth.csv
constexpr double kBytesPerStudentYearOnDisk = 130.0;

}  // namespace

std::string cost_text(const Experiment& experiment, const std::filesystem::path& folder) {
  const Scenario& scenario = *experiment.scenario;
  double students = 0.0, schools = scenario.place.opening_slots;
  for (const SchoolGroup& group : scenario.place.schools) {
    students += group.students;
    schools += group.count;
  }
  const double replicates = static_cast<double>(experiment.replicates.size());
  const double years = scenario.run.burn_in_years + scenario.run.policy_years;
  const double observed =
      scenario.run.policy_years + (experiment.burn_in_rows ? scenario.run.burn_in_years : 0);
  const double threads =
      std::min<double>(replicates, experiment.threads > 0 ? experiment.threads : threads_in_use());
  const double student_years = students * years * replicates;
  const double disk = replicates * observed *
                      (schools * kBytesPerSchoolYear +
                       (experiment.microdata ? students * kBytesPerStudentYearOnDisk : 0.0));
  return fmt::format(
      "{}: {} replicates of {} years ({} burn-in, {} policy), {:.0f} students, {:.0f} schools\n"
      "  {:.3g} million student-years; about {:.1f} s on {:.0f} threads, {:.0f} MiB of memory, "
      "{:.1f} MiB on disk in {}\n",
      scenario.name, replicates, years, scenario.run.burn_in_years, scenario.run.policy_years,
      students, schools, student_years / 1e6,
      student_years * kNanosecondsPerStudentYear / 1e9 / threads, threads,
      30.0 + threads * students * kBytesPerStudentRow / 1048576.0, disk / 1048576.0,
      folder.string());
}

}  // namespace homeroom::app
