#include "app/run_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <system_error>

#include "sim/core/parallel.hpp"
#include "sim/founding/nation.hpp"
#include "sim/run/nation.hpp"

namespace homeroom::app {

std::filesystem::path folder_of(const RunOptions& options, const Scenario& scenario) {
  if (options.output.empty()) {
    const std::string one =
        options.district ? fmt::format("_district_{}", *options.district) : std::string();
    return std::filesystem::path("results") / (scenario.name + one);
  }
  const std::filesystem::path folder(options.output);
  return options.scenarios.size() > 1 ? folder / scenario.name : folder;
}

Experiment experiment_of(const RunOptions& options, const Scenario& scenario) {
  Experiment experiment;
  experiment.scenario = &scenario;
  experiment.threads = options.threads.value_or(0);
  experiment.microdata = options.students;
  experiment.burn_in_rows = options.burn_in;
  experiment.district = options.district.value_or(0);
  experiment.schools = options.schools;
  experiment.streamed = options.streamed;
  if (options.replicate) {
    experiment.replicates = {static_cast<std::uint32_t>(*options.replicate)};
  } else {
    for (int k = 1; k <= scenario.run.replicates; ++k) {
      experiment.replicates.push_back(static_cast<std::uint32_t>(k));
    }
  }
  return experiment;
}

bool is_national(const Experiment& experiment) {
  return experiment.scenario->nation && experiment.district == 0;
}

std::vector<const TableDefinition*> tables_of(const Experiment& experiment) {
  return is_national(experiment) ? tables_of_a_nation(experiment.schools)
                                 : tables_of_a_run(experiment.microdata);
}

Place place_of(const Experiment& experiment) {
  const Scenario& scenario = *experiment.scenario;
  if (experiment.district == 0) return scenario.place;
  const std::uint32_t replicate = experiment.replicates.front();
  const auto plans = plan_districts(*scenario.nation, scenario.run.seed, replicate);
  const DistrictPlan& plan = plans[static_cast<std::size_t>(experiment.district) - 1];
  return draw_district(*scenario.nation, scenario.place, plan,
                       dice_of(plan, scenario.run.seed, replicate));
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
// Of a nation, founding and tables included: docs/performance.md.
constexpr double kNanosecondsPerNationStudentYear = 220.0;
constexpr double kSecondsPerDistrictYear = 60e-6;  // what a year costs beside its children
constexpr double kBytesPerDistrict = 5e3, kBytesPerSchool = 2.5e3, kBytesPerNationStudent = 55.0;
constexpr double kBytesPerStudentAtWork = 220.0;  // of a streamed district while it lives
constexpr double kBytesPerStreamedYear = 1500.0;  // of a district, until all have lived
constexpr double kBytesPerDistrictYearOnDisk = 255.0;
constexpr double kBytesPerNationSchoolYear = 230.0;
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

namespace {

double observed_years(const Experiment& experiment) {
  const RunPlan& run = experiment.scenario->run;
  return run.policy_years + (experiment.burn_in_rows ? run.burn_in_years : 0);
}

/// Children of the districts that live at a time, the largest first.
double children_at_work(const Nation& nation, int threads) {
  double children = 0;
  const std::vector<int> drawn = districts_by_class(nation);
  for (std::size_t c = 0; c < drawn.size() && threads > 0; ++c) {
    const int of_class = std::min(threads, drawn[c]);
    if (of_class == 0) continue;
    const double largest = DistrictSizes(nation.classes[c]).at(1.0 - 0.5 / drawn[c]);
    children += largest * (1.0 + 0.5 * (of_class - 1));
    threads -= of_class;
  }
  return children;
}

/// Replicates of a nation come one after the other, so memory is that of one.
Cost cost_of_nation(const Experiment& experiment) {
  const Scenario& scenario = *experiment.scenario;
  const Nation& nation = *scenario.nation;
  Cost cost;
  cost.districts = 0;
  const std::vector<int> drawn = districts_by_class(nation);
  for (std::size_t c = 0; c < drawn.size(); ++c) {
    const SizeClass& of = nation.classes[c];
    cost.districts += drawn[c];
    cost.students += drawn[c] * of.mean;
    cost.schools += drawn[c] * std::max(1.0, of.mean / of.school_size);
  }
  const auto replicates = static_cast<double>(experiment.replicates.size());
  cost.years = years_of_replicate(scenario);
  cost.threads = experiment.threads > 0 ? experiment.threads : threads_in_use();
  cost.student_years = cost.students * cost.years * replicates;
  cost.seconds = (cost.student_years * kNanosecondsPerNationStudentYear / 1e9 +
                  cost.districts * cost.years * replicates * kSecondsPerDistrictYear) /
                 cost.threads;
  const double years = observed_years(experiment);
  cost.memory = kBytesOfProgram;
  if (experiment.streamed) {
    cost.memory += children_at_work(nation, cost.threads) * kBytesPerStudentAtWork +
                   cost.districts * years * kBytesPerStreamedYear;
  } else {
    cost.memory += cost.districts * kBytesPerDistrict + cost.schools * kBytesPerSchool +
                   cost.students * kBytesPerNationStudent;
  }
  cost.disk = replicates * years *
              (cost.districts * kBytesPerDistrictYearOnDisk +
               (experiment.schools ? cost.schools * kBytesPerNationSchoolYear : 0.0));
  return cost;
}

}  // namespace

Cost cost_of(const Experiment& experiment) {
  if (is_national(experiment)) return cost_of_nation(experiment);
  const Scenario& scenario = *experiment.scenario;
  const Place place = place_of(experiment);
  Cost cost;
  cost.schools = place.opening_slots;
  for (const SchoolGroup& group : place.schools) {
    cost.students += group.students;
    cost.schools += group.count;
  }
  for (const ListedSchool& school : scenario.place.school_list) {
    cost.students += school.students();
    cost.schools += 1;
  }
  const auto replicates = static_cast<double>(experiment.replicates.size());
  cost.years = years_of_replicate(scenario);
  const double observed = observed_years(experiment);
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
  // A nation's districts are drawn anew in every replicate: their sums are known about only.
  const std::string size =
      is_national(experiment)
          ? fmt::format("{:.0f} districts, about {} million students, {:.0f} thousand schools",
                        cost.districts, millions_text(cost.students), cost.schools / 1e3)
          : fmt::format("{:.0f} students, {:.0f} schools", cost.students, cost.schools);
  std::string text = fmt::format(
      "{}: {} replicate{} of {} years ({} burn-in, {} policy{}), {}\n"
      "  {} million student-years; about {} on {} thread{}, {:.0f} MiB of memory, "
      "{:.1f} MiB on disk in {}\n",
      scenario.name, replicates, replicates == 1 ? "" : "s", cost.years, scenario.run.burn_in_years,
      scenario.run.policy_years, scenario.anchor_base ? ", the rest the anchor's burn-in" : "",
      size, millions_text(cost.student_years), duration_text(cost.seconds), cost.threads,
      cost.threads == 1 ? "" : "s", cost.memory / kMebibyte, cost.disk / kMebibyte,
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
