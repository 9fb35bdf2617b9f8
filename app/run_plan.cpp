#include "app/run_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <system_error>

#include "sim/core/parallel.hpp"

namespace homeroom::app {

std::filesystem::path folder_of(const RunOptions& options, const Scenario& scenario) {
  if (options.output.empty()) return std::filesystem::path("results") / scenario.name;
  const std::filesystem::path folder(options.output);
  return options.scenarios.size() > 1 ? folder / scenario.name : folder;
}

Experiment experiment_of(const RunOptions& options, const Scenario& scenario) {
  Experiment experiment;
  experiment.scenario = &scenario;
  experiment.threads = options.threads.value_or(0);
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

int years_of_replicate(const Scenario& scenario) {
  const int burn_ins = scenario.anchor_base ? 2 : 1;
  return burn_ins * scenario.run.burn_in_years + scenario.run.policy_years;
}

namespace {

// Measured: 280 to 295 on either of two cores with AVX-512, founding and tables included, two
// threads at work; docs/performance.md says how.
constexpr double kNanosecondsPerStudentYear = 300.0;
constexpr double kBytesPerStudentRow = 160.0;  // resident columns and the year's working columns
constexpr double kBytesPerSchoolYear = 800.0;  // schools.csv and truth.csv
constexpr double kBytesPerStudentYearOnDisk = 290.0;  // students, applications, teachers
constexpr double kMebibyte = 1048576.0;
constexpr double kBytesOfProgram = 30.0 * kMebibyte;

std::string duration_text(double seconds) {
  if (seconds < 120.0) return fmt::format("{:.1f} s", seconds);
  const double minutes = std::round(seconds / 60.0);
  if (minutes < 120.0) return fmt::format("{:.0f} min", minutes);
  const double hours = std::floor(minutes / 60.0);
  return fmt::format("{:.0f} h {:.0f} min", hours, minutes - 60.0 * hours);
}

/// Three digits below a hundred million, whole millions from there on.
std::string millions_text(double number) {
  const double millions = number / 1e6;
  return millions < 100.0 ? fmt::format("{:.3g}", millions) : fmt::format("{:.0f}", millions);
}

}  // namespace

Cost cost_of(const Experiment& experiment) {
  const Scenario& scenario = *experiment.scenario;
  Cost cost;
  cost.schools = scenario.place.opening_slots;
  for (const SchoolGroup& group : scenario.place.schools) {
    cost.students += group.students;
    cost.schools += group.count;
  }
  for (const ListedSchool& school : scenario.place.school_list) {
    cost.students += school.students();
    cost.schools += 1;
  }
  const auto replicates = static_cast<double>(experiment.replicates.size());
  cost.years = years_of_replicate(scenario);
  const double observed =
      scenario.run.policy_years + (experiment.burn_in_rows ? scenario.run.burn_in_years : 0);
  cost.threads = static_cast<int>(
      std::min<double>(replicates, experiment.threads > 0 ? experiment.threads : threads_in_use()));
  cost.student_years = cost.students * cost.years * replicates;
  cost.seconds = cost.student_years * kNanosecondsPerStudentYear / 1e9 / cost.threads;
  cost.memory = kBytesOfProgram + cost.threads * cost.students * kBytesPerStudentRow;
  cost.disk = replicates * observed *
              (cost.schools * kBytesPerSchoolYear +
               (experiment.microdata ? cost.students * kBytesPerStudentYearOnDisk : 0.0));
  return cost;
}

std::string cost_text(const Experiment& experiment, const std::filesystem::path& folder) {
  const Scenario& scenario = *experiment.scenario;
  const Cost cost = cost_of(experiment);
  const std::size_t replicates = experiment.replicates.size();
  std::string text = fmt::format(
      "{}: {} replicate{} of {} years ({} burn-in, {} policy{}), {:.0f} students, {:.0f} schools\n"
      "  {} million student-years; about {} on {} thread{}, {:.0f} MiB of memory, "
      "{:.1f} MiB on disk in {}\n",
      scenario.name, replicates, replicates == 1 ? "" : "s", cost.years, scenario.run.burn_in_years,
      scenario.run.policy_years, scenario.anchor_base ? ", the rest the anchor's burn-in" : "",
      cost.students, cost.schools, millions_text(cost.student_years), duration_text(cost.seconds),
      cost.threads, cost.threads == 1 ? "" : "s", cost.memory / kMebibyte, cost.disk / kMebibyte,
      folder.string());
  const std::string want = want_of_room(folder, cost.disk, free_bytes(folder));
  return want.empty() ? text : text + "  " + want + "\n";
}

std::optional<double> free_bytes(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::path there = std::filesystem::absolute(folder, error);
  while (!std::filesystem::exists(there, error) && there.has_relative_path()) {
    there = there.parent_path();
  }
  const std::filesystem::space_info space = std::filesystem::space(there, error);
  if (error || space.capacity == 0) return std::nullopt;  // not on a disk
  return static_cast<double>(space.available);
}

std::string want_of_room(const std::filesystem::path& folder, double needed,
                         std::optional<double> free) {
  if (!free || needed <= *free) return {};
  return fmt::format(
      "{}: about {:.0f} MiB are needed, {:.0f} MiB are free; name a folder on another disk with "
      "-o, "
      "ask for fewer replicates, or begin nevertheless with --force",
      folder.string(), std::ceil(needed / kMebibyte), std::floor(*free / kMebibyte));
}

}  // namespace homeroom::app
