#include "app/run_plan.hpp"

#include <fmt/format.h>

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

}  // namespace homeroom::app
